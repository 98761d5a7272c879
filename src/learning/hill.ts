/**
 * The hill: one stone a lesson, built from the bottom row up, as wide at the foot as it needs to be.
 *
 * @returns rows from the top down, each with its stones from left to right: laid or not
 */
export function hill(done: number, total: number): readonly (readonly boolean[])[] {
  const rows: boolean[][] = []
  let height = 0
  while ((height * (height + 1)) / 2 < total) height++
  let left = total
  let laid = Math.min(Math.max(done, 0), total)
  // Rows from `height` stones down to one hold them all, so the stones end before the rows do.
  for (let width = height; left > 0; width--) {
    const stones = Math.min(width, left)
    const filled = Math.min(stones, laid)
    rows.unshift(Array.from({ length: stones }, (_, i) => i < filled))
    left -= stones
    laid -= filled
  }
  return rows
}

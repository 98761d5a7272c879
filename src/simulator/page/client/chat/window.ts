/** Which pieces of a long list are in sight, and how high the rest is above and below them. */
export interface Window {
  first: number
  /** Exclusive. */
  end: number
  /** Pixels. */
  above: number
  below: number
}

/**
 * Heights of pieces in pixels, as measured or as guessed; `top` and `height` are what is in sight,
 * `margin` how much beyond it is drawn too.
 */
export function windowOf(
  heights: readonly number[],
  top: number,
  height: number,
  margin: number,
): Window {
  const from = top - margin
  const to = top + height + margin
  let at = 0
  let first = 0
  let above = 0
  while (first < heights.length - 1 && at + (heights[first] ?? 0) <= from) {
    at += heights[first] ?? 0
    first += 1
  }
  above = at
  let end = first
  while (end < heights.length && at < to) {
    at += heights[end] ?? 0
    end += 1
  }
  let below = 0
  for (let rest = end; rest < heights.length; rest += 1) below += heights[rest] ?? 0
  return { first, end, above, below }
}

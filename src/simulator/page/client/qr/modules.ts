/** The square of modules; `taken` are those that carry no data. */
export interface Grid {
  readonly size: number
  readonly dark: boolean[][]
  readonly taken: boolean[][]
}

/** Centres of the alignment patterns, in rows as in columns; for versions up to 10. */
export function alignments(version: number): number[] {
  if (version === 1) return []
  const last = 4 * version + 10
  return version < 7 ? [6, last] : [6, 2 * version + 8, last]
}

export function set(grid: Grid, row: number, column: number, dark: boolean): void {
  const [darkRow, takenRow] = [grid.dark[row], grid.taken[row]]
  if (darkRow === undefined || takenRow === undefined) return
  if (column < 0 || column >= grid.size) return
  darkRow[column] = dark
  takenRow[column] = true
}

export function drawFunctions(grid: Grid, version: number, centres: readonly number[]): void {
  const { size } = grid
  for (let at = 0; at < size; at += 1) {
    set(grid, 6, at, at % 2 === 0)
    set(grid, at, 6, at % 2 === 0)
  }
  const corners = [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const
  for (const [row, column] of corners) drawFinder(grid, row, column)
  const [first, last] = [centres[0], centres.at(-1)]
  for (const row of centres) {
    for (const column of centres) {
      const inCorner =
        (row === first && column === first) ||
        (row === first && column === last) ||
        (row === last && column === first)
      if (!inCorner) drawRings(grid, row, column, 2, (ring) => ring !== 1)
    }
  }
  // Kept free for the format, which is drawn when the mask is known.
  for (let at = 0; at < 9; at += 1) {
    if (at !== 6) {
      set(grid, 8, at, false)
      set(grid, at, 8, false)
    }
    if (at < 8) {
      set(grid, 8, size - 1 - at, false)
      set(grid, size - 1 - at, 8, false)
    }
  }
  set(grid, size - 8, 8, true)
  if (version >= 7) drawVersion(grid, version)
}

/** With its white border. */
function drawFinder(grid: Grid, row: number, column: number): void {
  drawRings(grid, row, column, 4, (ring) => ring !== 2 && ring !== 4)
}

function drawRings(
  grid: Grid,
  row: number,
  column: number,
  radius: number,
  dark: (ring: number) => boolean,
): void {
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(right))
      set(grid, row + down, column + right, dark(ring))
    }
  }
}

function drawVersion(grid: Grid, version: number): void {
  let rest = version
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let at = 0; at < 18; at += 1) {
    const dark = ((bits >> at) & 1) === 1
    const [near, far] = [Math.floor(at / 3), grid.size - 11 + (at % 3)]
    set(grid, near, far, dark)
    set(grid, far, near, dark)
  }
}

/** The modules that carry data, in the order of its bits: up and down in pairs of columns. */
export function dataModules(grid: Grid): [number, number][] {
  const modules: [number, number][] = []
  let upwards = true
  for (let right = grid.size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern is stepped over.
    if (right === 6) right = 5
    for (let step = 0; step < grid.size; step += 1) {
      const row = upwards ? grid.size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (grid.taken[row]?.[column] === false) modules.push([row, column])
      }
    }
    upwards = !upwards
  }
  return modules
}

import { set } from './modules.ts'
import type { Grid } from './modules.ts'

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** The drawing under the mask that reads best. */
export function bestMasked(grid: Grid): boolean[][] {
  const drawings = MASKS.map((_, mask) => masked(grid, mask))
  const scored = drawings.map((dark) => ({ dark, penalty: penaltyOf(dark) }))
  return scored.reduce((best, one) => (one.penalty < best.penalty ? one : best)).dark
}

function masked(grid: Grid, mask: number): boolean[][] {
  const flips = MASKS[mask]
  const copy: Grid = { ...grid, dark: grid.dark.map((row) => [...row]) }
  for (const [row, line] of copy.dark.entries()) {
    for (const [column, dark] of line.entries()) {
      if (grid.taken[row]?.[column] === false && flips?.(row, column) === true) {
        line[column] = !dark
      }
    }
  }
  drawFormat(copy, mask)
  return copy.dark
}

/** Level M (00) and the mask, twice, with their own correction. */
function drawFormat(grid: Grid, mask: number): void {
  let rest = mask
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const { size } = grid
  for (let at = 0; at < 15; at += 1) {
    const dark = ((bits >> at) & 1) === 1
    if (at < 6) set(grid, at, 8, dark)
    else if (at < 8) set(grid, at + 1, 8, dark)
    else if (at === 8) set(grid, 8, 7, dark)
    else set(grid, 8, 14 - at, dark)
    if (at < 8) set(grid, 8, size - 1 - at, dark)
    else set(grid, size - 15 + at, 8, dark)
  }
  set(grid, size - 8, 8, true)
}

/** What makes a code hard to read (ISO/IEC 18004, 7.8.3): long runs, squares, false finders, imbalance. */
function penaltyOf(dark: readonly (readonly boolean[])[]): number {
  const size = dark.length
  const at = (row: number, column: number): number => (dark[row]?.[column] === true ? 1 : 0)
  let penalty = 0
  let black = 0
  for (let row = 0; row < size; row += 1) {
    const across = Array.from({ length: size }, (_, column) => at(row, column)).join('')
    const down = Array.from({ length: size }, (_, column) => at(column, row)).join('')
    for (const line of [across, down]) {
      for (const run of line.match(/0{5,}|1{5,}/gu) ?? []) penalty += run.length - 2
      penalty += 40 * (line.match(/(?=10111010000|00001011101)/gu)?.length ?? 0)
    }
    for (let column = 0; column < size; column += 1) {
      black += at(row, column)
      const square =
        at(row, column) + at(row + 1, column) + at(row, column + 1) + at(row + 1, column + 1)
      const inside = row + 1 < size && column + 1 < size
      if (inside && (square === 0 || square === 4)) penalty += 3
    }
  }
  return penalty + 10 * Math.floor(Math.abs((black * 100) / (size * size) - 50) / 5)
}

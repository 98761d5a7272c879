import { alignments, dataModules, drawFunctions } from './modules.ts'
import type { Grid } from './modules.ts'
import { bestMasked } from './mask.ts'
import { withCorrection } from './correction.ts'

/**
 * Data and correction code words of each version at level M, from 1 (ISO/IEC 18004, table 9):
 * [data words in all, blocks, correction words a block].
 */
const VERSIONS: readonly (readonly [number, number, number])[] = [
  [16, 1, 10],
  [28, 1, 16],
  [44, 1, 26],
  [64, 2, 18],
  [86, 2, 24],
  [108, 4, 16],
  [124, 4, 18],
  [154, 4, 22],
  [182, 5, 22],
  [216, 5, 26],
]

/**
 * A text as a QR code (bytes, level M): rows of modules, true being dark, without the quiet zone of
 * four. Undefined when it is too long: over 213 bytes.
 */
export function encodeQr(text: string): boolean[][] | undefined {
  const bytes = new TextEncoder().encode(text)
  const version = 1 + VERSIONS.findIndex(([words], at) => bytes.length <= room(words, at + 1))
  const shape = VERSIONS[version - 1]
  if (shape === undefined) return undefined
  const [words, blocks, correction] = shape
  const coded = withCorrection(dataWords(bytes, version, words), blocks, correction)
  const size = 17 + 4 * version
  const grid: Grid = {
    size,
    dark: square(size),
    taken: square(size),
  }
  drawFunctions(grid, version, alignments(version))
  for (const [at, [row, column]] of dataModules(grid).entries()) {
    const word = coded[at >> 3] ?? 0
    const line = grid.dark[row]
    if (line !== undefined) line[column] = ((word >> (7 - (at & 7))) & 1) === 1
  }
  return bestMasked(grid)
}

const square = (size: number): boolean[][] =>
  Array.from({ length: size }, () => Array.from({ length: size }, () => false))

/** Bits of the count of bytes. */
const countBits = (version: number): number => (version < 10 ? 8 : 16)

const room = (words: number, version: number): number =>
  words - Math.ceil((4 + countBits(version)) / 8)

/** The mode, the count, the bytes, and then the standard's own filling. */
function dataWords(bytes: Uint8Array, version: number, words: number): number[] {
  const bits: number[] = []
  const push = (value: number, length: number): void => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >> bit) & 1)
  }
  push(0b0100, 4)
  push(bytes.length, countBits(version))
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, words * 8 - bits.length))
  while (bits.length % 8 !== 0) bits.push(0)
  const coded: number[] = []
  for (let at = 0; at < bits.length; at += 8) {
    coded.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + bit, 0))
  }
  for (let fill = 0xec; coded.length < words; fill ^= 0xec ^ 0x11) coded.push(fill)
  return coded
}

/**
 * Reads a QR code of bytes, written from ISO/IEC 18004 and independent of what encodes it: format,
 * mask, the zigzag of modules, the interleaved blocks. It corrects nothing: a drawn code has no
 * smudges. Versions 1 to 8, level Q, which is what sheets hold.
 */
export function readQr(matrix: readonly (readonly boolean[])[]): string {
  const size = matrix.length
  const version = (size - 17) / 4
  const blocks = BLOCKS[version - 1]
  if (blocks === undefined) throw new Error(`No QR code of version ${version} is read here`)
  const format = formatOf(matrix)
  if (format >> 3 !== LEVEL_Q) throw new Error('Not of level Q')
  const bytes = toBytes(walk(matrix, format & 7, reserved(size, version)))
  return readSegment(deinterleave(bytes, blocks), version)
}

const LEVEL_Q = 0b11

/** Data bytes of each block at level Q (table 9). */
const BLOCKS: readonly (readonly number[])[] = [
  [13],
  [22],
  [17, 17],
  [24, 24],
  [15, 15, 16, 16],
  [19, 19, 19, 19],
  [14, 14, 15, 15, 15, 15],
  [18, 18, 18, 18, 19, 19],
]
/** Where alignment patterns have their centres (annex E). */
const ALIGNMENT: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
]

/** Level and mask, in five bits, from around the finder at the top left. */
function formatOf(matrix: readonly (readonly boolean[])[]): number {
  const at = (row: number, column: number): number => (matrix[row]?.[column] === true ? 1 : 0)
  const bits = [0, 1, 2, 3, 4].map((column) => at(8, column))
  return bits.reduce((value, bit) => value * 2 + bit, 0) ^ 0b10101
}

function reserved(size: number, version: number): (row: number, column: number) => boolean {
  const centres = ALIGNMENT[version - 1] ?? []
  const last = centres.at(-1) ?? 0
  const corner = (row: number, column: number): boolean =>
    (row === 6 && column === 6) || (row === 6 && column === last) || (row === last && column === 6)
  return (row, column) =>
    (row < 9 && (column < 9 || column >= size - 8)) ||
    (row >= size - 8 && column < 9) ||
    row === 6 ||
    column === 6 ||
    (version >= 7 && row < 6 && column >= size - 11) ||
    (version >= 7 && column < 6 && row >= size - 11) ||
    centres.some((r) =>
      centres.some((c) => !corner(r, c) && Math.abs(row - r) <= 2 && Math.abs(column - c) <= 2),
    )
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
]

/** Two columns at a time from the right, up and down in turn, past what is reserved. */
function walk(
  matrix: readonly (readonly boolean[])[],
  mask: number,
  isReserved: (row: number, column: number) => boolean,
): number[] {
  const size = matrix.length
  const masked = MASKS[mask] ?? (() => false)
  const bits: number[] = []
  let upwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const row = upwards ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (isReserved(row, column)) continue
        bits.push((matrix[row]?.[column] === true) === masked(row, column) ? 0 : 1)
      }
    }
    upwards = !upwards
  }
  return bits
}

function toBytes(bits: readonly number[]): number[] {
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  )
}

function deinterleave(bytes: readonly number[], blocks: readonly number[]): number[] {
  const data: number[][] = blocks.map(() => [])
  let next = 0
  for (let i = 0; i < Math.max(...blocks); i++) {
    blocks.forEach((length, b) => {
      if (i < length) data[b]?.push(bytes[next++] ?? 0)
    })
  }
  return data.flat()
}

/** One segment in byte mode; its length has 8 bits up to version 9. */
function readSegment(data: readonly number[], version: number): string {
  const bits = data.flatMap((byte) => Array.from({ length: 8 }, (_, i) => (byte >> (7 - i)) & 1))
  const number = (from: number, length: number): number =>
    bits.slice(from, from + length).reduce((value, bit) => value * 2 + bit, 0)
  if (number(0, 4) !== 0b0100 || version > 9) throw new Error('Not in byte mode')
  const length = number(4, 8)
  return Buffer.from(Array.from({ length }, (_, i) => number(12 + i * 8, 8))).toString('utf8')
}

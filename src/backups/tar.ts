/** The little of the tar format (ustar) that a backup needs, so that any tar can look into one. */

export const BLOCK = 512

/** Bytes that fill the last block of an entry. */
export function padding(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}

/** @param size bytes, below 8 GB as the format has it */
export function tarHeader(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`Too long for a tar: ${name}`)
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** @returns undefined where it is no header, or not the one that was written */
export function readTarHeader(header: Buffer): { name: string; size: number } | undefined {
  const text = (from: number, to: number): string =>
    header.toString('utf8', from, to).replace(/\0.*$/s, '')
  if (Number.parseInt(text(148, 156), 8) !== checksum(header)) return undefined
  const size = Number.parseInt(text(124, 136), 8)
  return Number.isSafeInteger(size) ? { name: text(0, 100), size } : undefined
}

/** The sum of all bytes, its own eight counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 0
  for (const [i, byte] of header.entries()) sum += i >= 148 && i < 156 ? 32 : byte
  return sum
}

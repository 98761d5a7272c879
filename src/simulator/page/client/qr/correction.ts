/** Reed-Solomon over GF(256) with the polynomial 0x11d, as QR codes use it. */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0)

function generator(degree: number): number[] {
  const polynomial = [...zeros(degree - 1), 1]
  let root = 1
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) {
      polynomial[at] = times(polynomial[at] ?? 0, root) ^ (polynomial[at + 1] ?? 0)
    }
    root = times(root, 2)
  }
  return polynomial
}

function remainder(data: readonly number[], divisor: readonly number[]): number[] {
  const rest = zeros(divisor.length)
  for (const word of data) {
    const factor = word ^ (rest.shift() ?? 0)
    rest.push(0)
    for (const [at, coefficient] of divisor.entries()) {
      rest[at] = (rest[at] ?? 0) ^ times(coefficient, factor)
    }
  }
  return rest
}

/** The data in blocks, each with its correction, interleaved as they are drawn. */
export function withCorrection(
  data: readonly number[],
  blockCount: number,
  correction: number,
): number[] {
  const divisor = generator(correction)
  const short = Math.floor(data.length / blockCount)
  const longFrom = blockCount - (data.length % blockCount)
  const blocks: number[][] = []
  let at = 0
  for (let block = 0; block < blockCount; block += 1) {
    const length = short + (block >= longFrom ? 1 : 0)
    blocks.push(data.slice(at, at + length))
    at += length
  }
  const checks = blocks.map((block) => remainder(block, divisor))
  return [...interleaved(blocks), ...interleaved(checks)]
}

function interleaved(blocks: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...blocks.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    blocks.flatMap((block) => (at < block.length ? [block[at] ?? 0] : [])),
  ).flat()
}

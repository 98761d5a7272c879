/** A repeatable source of chance: the same seed gives the same simulation. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  /** `length` decimal digits, the first of them not 0. */
  digits(length: number): string
  /** `length` characters that are safe in URLs. */
  token(length: number): string
}

const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** mulberry32: 32 bits of state, which is enough for ids and shuffles and costs nothing. */
export function createRandom(seed: number): Random {
  let state = seed | 0
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    digits: (length) => {
      let result = String(1 + below(9))
      while (result.length < length) result += String(below(10))
      return result
    },
    token: (length) => {
      let result = ''
      while (result.length < length) result += URL_SAFE.charAt(below(URL_SAFE.length))
      return result
    },
  }
}

/** A 32-bit number from a text (FNV-1a), to derive a seed from names and ids. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash | 0
}

/** `items` in an order that `seed` alone decides; the input stays as it is. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = createRandom(seed)
  const result = [...items]
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1)
    const kept = result[index] as T
    result[index] = result[other] as T
    result[other] = kept
  }
  return result
}

/** A repeatable source of chance: the same seed and stream give the same person every time. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [from, to]. */
  between(from: number, to: number): number
  /** True in `share` of all cases. */
  happens(share: number): boolean
  pick<T>(items: readonly [T, ...T[]]): T
}

/**
 * mulberry32, which is enough for habits. Each person has a stream of their own, so that what one
 * does never depends on the order in which others were served.
 */
export function createChance(seed: number, stream: number): Chance {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) | 0
  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (share) => next() < share,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  }
}

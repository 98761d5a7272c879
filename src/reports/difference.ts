import type { Tally } from '../nudges/index.ts'

/** How far apart two shares lie, with its 95% interval; as parts of one, not percent. */
export interface Difference {
  readonly by: number
  readonly low: number
  readonly high: number
}

/** Two-sided, 95%. */
const Z = 1.959964

/** Wilson's score interval of a share (1927, JASA 22:209-212); of nobody there is none. */
export function wilson({ used, answered }: Tally): { share: number; low: number; high: number } {
  const share = answered / used
  const centre = share + (Z * Z) / (2 * used)
  const half = Z * Math.sqrt((share * (1 - share)) / used + (Z * Z) / (4 * used * used))
  const scale = 1 + (Z * Z) / used
  return { share, low: (centre - half) / scale, high: (centre + half) / scale }
}

/**
 * By how much more often the first was answered than the second, by Newcombe's hybrid score interval
 * (1998, "Interval estimation for the difference between independent proportions: comparison of eleven
 * methods", Statistics in Medicine 17:873-890, method 10). It holds with few answers too, where the
 * usual one does not.
 *
 * @returns undefined where one of them was never used
 */
export function differenceOf(first: Tally, second: Tally): Difference | undefined {
  if (first.used === 0 || second.used === 0) return undefined
  const [a, b] = [wilson(first), wilson(second)]
  const by = a.share - b.share
  return {
    by,
    low: by - Math.hypot(a.share - a.low, b.high - b.share),
    high: by + Math.hypot(a.high - a.share, b.share - b.low),
  }
}

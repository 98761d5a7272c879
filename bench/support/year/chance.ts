/**
 * Numbers from 0 to 1 that depend on their keys alone, not on how often or in which order they are
 * drawn: two policies that are compared meet the same people, days and luck.
 */
export type Chance = (...keys: readonly number[]) => number

export function chanceOf(seed: number): Chance {
  return (...keys) => {
    let hash = seed | 0
    for (const key of keys) hash = mix((hash ^ Math.imul(key + 0x7f4a7c15, 0x9e3779b1)) | 0)
    return (mix(hash) >>> 0) / 2 ** 32
  }
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let h = value
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A number of the standard normal distribution (Box and Muller). */
export function normal(chance: Chance, ...keys: readonly number[]): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance(...keys, 1)))
  return radius * Math.cos(2 * Math.PI * chance(...keys, 2))
}

/** Keys of what is drawn, so that no two draws are the same by accident. */
export const draws = {
  place: 1,
  habit: 2,
  weekday: 3,
  leave: 4,
  sickness: 5,
  engaged: 6,
  lessonAnswer: 7,
  reviewAnswer: 8,
  recall: 9,
  guess: 10,
  person: 11,
  item: 12,
} as const

import { differenceOf, wilson, type Difference } from '../difference.ts'
import type { ItemFigures } from './analyse-item.ts'

/** Two ends of a 95% interval. */
export type Interval = readonly [low: number, high: number]

/** Two-sided, 95%. */
const Z = 1.959964

/** The interval of a share, by Wilson; undefined: there is nobody. */
export function shareInterval(part: number, whole: number): Interval | undefined {
  if (whole === 0) return undefined
  const { low, high } = wilson({ used: whole, answered: part })
  return [Math.max(0, low), Math.min(1, high)]
}

/**
 * The interval of a correlation of `people` pairs, by Fisher's transformation (1921, "On the
 * 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1:3-32). It
 * is meant for two measured scores; where one of them is right or wrong it holds roughly.
 *
 * @returns undefined below four pairs, where there is none
 */
export function correlationInterval(correlation: number, people: number): Interval | undefined {
  if (people < 4) return undefined
  const [at, half] = [Math.atanh(correlation), Z / Math.sqrt(people - 3)]
  return [Math.tanh(at - half), Math.tanh(at + half)]
}

/**
 * By how much more often the upper group was right than the lower one (D), with its interval.
 *
 * @param answer the key of the right option
 * @returns undefined where there are no groups
 */
export function groupDifference(
  { group, options }: ItemFigures,
  answer: string,
): Difference | undefined {
  const right = options.find(({ key }) => key === answer)
  return differenceOf(
    { used: group, answered: right?.upper ?? 0 },
    { used: group, answered: right?.lower ?? 0 },
  )
}

import { daysBetween, type CivilDay } from '../calendar/civil-day.ts'

/** A working day on which something was there to be answered. */
export interface LearningDay {
  readonly day: CivilDay
  /** The person took part; otherwise the day was missed. */
  readonly kept: boolean
}

export interface Streak {
  /** Days kept up to now. */
  readonly days: number
  /** The most days ever kept in a row with no day missed between them. */
  readonly longestWithoutGap: number
}

/** One missed day is forgiven in so many civil days: a fortnight. */
export const FORGIVEN_EVERY = 14

/**
 * Days kept in a row. A missed day is passed over, and counts for nothing; it breaks the streak only
 * when another was missed within the fortnight before it.
 *
 * @param days oldest first
 */
export function streakOf(days: readonly LearningDay[]): Streak {
  let kept = 0
  let withoutGap = 0
  let longestWithoutGap = 0
  let missed: CivilDay | undefined
  for (const { day, kept: tookPart } of days) {
    if (tookPart) {
      kept++
      withoutGap++
      longestWithoutGap = Math.max(longestWithoutGap, withoutGap)
      continue
    }
    if (missed !== undefined && daysBetween(missed, day) < FORGIVEN_EVERY) kept = 0
    withoutGap = 0
    missed = day
  }
  return { days: kept, longestWithoutGap }
}

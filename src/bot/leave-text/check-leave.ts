import { addCivilDays, daysBetween, type CivilDay, type Leave } from '../../learning/index.ts'
import type { LeaveTextFault } from './reading.ts'

/**
 * Longest leave in days: half a year holds three months of maternity leave and three of long leave
 * (cuti besar). Who is away for longer pauses without an end, which needs no date to be right.
 */
export const MOST_LEAVE_DAYS = 184

/** A leave begins at most so many days from today: further ahead a typed year is a slip. */
export const LEAVE_AHEAD_DAYS = 365

/** What keeps these days, both of which exist, from being a leave; undefined: nothing. */
export function faultOfDays(
  { first, last }: Leave,
  today: CivilDay,
): Exclude<LeaveTextFault, 'unclear'> | undefined {
  if (last < first) return 'ends_before_it_begins'
  if (last < today) return 'past'
  if (first > addCivilDays(today, LEAVE_AHEAD_DAYS)) return 'too_far'
  return daysBetween(first, last) >= MOST_LEAVE_DAYS ? 'too_long' : undefined
}

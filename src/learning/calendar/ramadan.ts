import { isCalendarDate } from '../../content/index.ts'
import { daysBetween } from './civil-day.ts'
import type { Ramadan } from './work-calendar.ts'

/** What is wrong with the days of a Ramadan; undefined: nothing. */
export type RamadanFault = 'no_such_day' | 'ends_before_it_begins' | 'no_month' | 'overlaps'

/** @param others those of other years */
export function faultOfRamadan(
  { first, last }: Ramadan,
  others: readonly Ramadan[],
): RamadanFault | undefined {
  if (!isCalendarDate(first, 'day') || !isCalendarDate(last, 'day')) return 'no_such_day'
  if (last < first) return 'ends_before_it_begins'
  const days = daysBetween(first, last) + 1
  if (days !== 29 && days !== 30) return 'no_month'
  return others.some((other) => first <= other.last && other.first <= last) ? 'overlaps' : undefined
}

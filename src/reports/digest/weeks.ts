import {
  addCivilDays,
  isWorkingDay,
  type CivilDay,
  type WorkCalendar,
} from '../../learning/index.ts'
import type { WorkingDay } from './figures-store.ts'

/** Weeks that a picture shows where there is one unit; several are shown side by side, in one week. */
export const WEEKS = 6

/** The week that is told, and the one that it is compared with. */
export const COMPARED = 2

export interface Week {
  readonly first: CivilDay
  readonly last: CivilDay
}

/**
 * Weeks of seven days that are over, the latest first: on a Monday they are those from Monday to
 * Sunday, on any other day as long and as comparable.
 */
export function weeksBefore(today: CivilDay, count: number): Week[] {
  return Array.from({ length: count }, (_, i) => ({
    first: addCivilDays(today, -7 * (i + 1)),
    last: addCivilDays(today, -7 * i - 1),
  }))
}

/** The working days of these weeks, for each calendar. */
export function workingDays(
  weeks: readonly Week[],
  calendars: readonly { readonly id: string; readonly calendar: WorkCalendar }[],
): WorkingDay[] {
  return calendars.flatMap(({ id, calendar }) =>
    weeks.flatMap(({ first }, week) =>
      Array.from({ length: 7 }, (_, i) => addCivilDays(first, i))
        .filter((day) => isWorkingDay(calendar, day))
        .map((day) => ({ calendarId: id, day, week })),
    ),
  )
}

/** Days on which people learned, of those on which something stood to be answered. */
export interface Days {
  readonly learned: number
  readonly days: number
}

/**
 * How many points of a hundred the share of days has changed, as the two rounded shares differ that
 * stand beside it; undefined: there is nothing to compare.
 */
export function pointsSince(before: Days, now: Days): number | undefined {
  if (before.days === 0 || now.days === 0) return undefined
  const percent = ({ learned, days }: Days): number => Math.round((100 * learned) / days)
  return percent(now) - percent(before)
}

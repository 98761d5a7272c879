import {
  addCivilDays,
  calendarIn,
  civilDay,
  workingDayBefore,
  type Calendars,
  type CivilDay,
} from '../../learning/index.ts'

/** Whoever is on schedule has answered something within so many working days. */
const ACTIVE_DAYS = 10

/** The lessons of a week come at once, and may be answered until the next come. */
const WEEK_GRACE = 6

/** People who have one working day, and one weekly or daily rhythm. */
export interface DayClass {
  readonly calendarId: string
  readonly timezone: string
  /** They have the lessons of a week at once. */
  readonly weekly: boolean
}

export interface Limits {
  readonly lastWorked: CivilDay
  /** A lesson that was due before and stands open is late: their last working day is left to them. */
  readonly lateBefore: CivilDay
  readonly activeSince: CivilDay
}

/** One look at the calendar for each class of people. */
export function limitsOf(calendars: Calendars, now: Date): (row: DayClass) => Limits {
  const known = new Map<string, Limits>()
  return ({ calendarId, timezone, weekly }) => {
    const key = `${calendarId}|${timezone}|${weekly}`
    const found = known.get(key)
    if (found !== undefined) return found
    const calendar = calendarIn(calendars, calendarId)
    const today = civilDay(timezone, now)
    const grace = weekly ? -WEEK_GRACE : 0
    const lastWorked = workingDayBefore(calendar, today, 1)
    const limits = {
      lastWorked,
      lateBefore: addCivilDays(lastWorked, grace),
      activeSince: workingDayBefore(calendar, today, ACTIVE_DAYS),
    }
    known.set(key, limits)
    return limits
  }
}

/**
 * The one rule of who is on schedule, in the statistics and in the ranking (docs/measures.md).
 *
 * @param openSince the earliest day of a lesson that stands open; null: none does
 * @param lastActive the latest day on which something was answered; null: never
 */
export function isOnSchedule(
  {
    openSince,
    lastActive,
  }: { readonly openSince: CivilDay | null; readonly lastActive: CivilDay | null },
  { lateBefore, activeSince }: Limits,
): boolean {
  const isLate = openSince !== null && openSince < lateBefore
  return !isLate && lastActive !== null && lastActive >= activeSince
}

import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { formatISO } from 'date-fns/formatISO'
import { getDay } from 'date-fns/getDay'

/** A civil day in a person's zone, YYYY-MM-DD. */
export type CivilDay = string

/** The civil day that `moment` falls on in `timezone`. */
export function civilDay(timezone: string, moment: Date): CivilDay {
  return formatISO(new TZDate(moment, timezone), { representation: 'date' })
}

/** Minutes after midnight in `timezone`. */
export function civilMinute(timezone: string, moment: Date): number {
  const local = new TZDate(moment, timezone)
  return local.getHours() * 60 + local.getMinutes()
}

/** The moment at which a civil day in `timezone` reaches `minute` minutes after midnight. */
export function momentOf(timezone: string, day: CivilDay, minute: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const local = new TZDate(year, month - 1, date, Math.floor(minute / 60), minute % 60, timezone)
  return new Date(local.getTime())
}

/** A day as such, outside all zones: in UTC no change of clocks can shift it. */
function bareDay(day: CivilDay): TZDate {
  return new TZDate(momentOf('UTC', day, 0), 'UTC')
}

export function addCivilDays(day: CivilDay, count: number): CivilDay {
  return formatISO(addDays(bareDay(day), count), { representation: 'date' })
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return getDay(bareDay(day))
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return differenceInCalendarDays(bareDay(to), bareDay(from))
}

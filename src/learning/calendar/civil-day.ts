import { TZDate } from '@date-fns/tz'
import { formatISO } from 'date-fns/formatISO'

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

const DAY_MS = 24 * 3600_000

/**
 * Midnight of a day in UTC: a day as such, outside all zones, which no change of clocks can shift.
 * Reckoned without date-fns: who lags asks for thousands of days, and a zoned date costs a hundred
 * times as much.
 */
function midnight(day: CivilDay): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Date.UTC(year, month - 1, date)
}

export function addCivilDays(day: CivilDay, count: number): CivilDay {
  const moved = new Date(midnight(day) + count * DAY_MS)
  const part = (number: number, digits: number): string => String(number).padStart(digits, '0')
  const [year, month] = [part(moved.getUTCFullYear(), 4), part(moved.getUTCMonth() + 1, 2)]
  return `${year}-${month}-${part(moved.getUTCDate(), 2)}`
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(midnight(day)).getUTCDay()
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return (midnight(to) - midnight(from)) / DAY_MS
}

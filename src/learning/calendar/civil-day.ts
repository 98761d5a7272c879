import { TZDate } from '@date-fns/tz'

/** A civil day in a person's zone, YYYY-MM-DD. */
export type CivilDay = string

const two = (n: number): string => String(n).padStart(2, '0')

function dayOfDate(date: Date): CivilDay {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The civil day that `moment` falls on in `timezone`. */
export function civilDay(timezone: string, moment: Date): CivilDay {
  return dayOfDate(new TZDate(moment, timezone))
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

/** Calendar arithmetic on days alone, so that no change of clocks can shift it. */
export function addCivilDays(day: CivilDay, count: number): CivilDay {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

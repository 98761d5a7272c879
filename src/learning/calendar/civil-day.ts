import { TZDate } from '@date-fns/tz'
import { tzOffset } from '@date-fns/tz/tzOffset'

/** A civil day in a person's zone, YYYY-MM-DD. */
export type CivilDay = string

const MINUTE_MS = 60_000

/** A batch asks for the same few zones at the same moment, again and again. */
const MOST_OFFSETS = 2000

/**
 * Offsets in minutes by zone and minute, each asked for once; clocks are changed on whole minutes.
 *
 * @param most so many are remembered; all are forgotten before one more
 */
export function createOffsets(
  ask: (timezone: string, moment: Date) => number,
  most: number,
): (timezone: string, moment: Date) => number {
  const offsets = new Map<string, number>()
  return (timezone, moment) => {
    const key = `${timezone} ${Math.floor(moment.getTime() / MINUTE_MS)}`
    const known = offsets.get(key)
    if (known !== undefined) return known
    if (offsets.size >= most) offsets.clear()
    const offset = ask(timezone, moment)
    offsets.set(key, offset)
    return offset
  }
}

const offsetAt = createOffsets(tzOffset, MOST_OFFSETS)

/** A date whose parts in UTC are those of the clock on the wall in `timezone`. */
function onTheWall(timezone: string, moment: Date): Date {
  return new Date(moment.getTime() + offsetAt(timezone, moment) * MINUTE_MS)
}

/**
 * The civil day that `moment` falls on in `timezone`.
 *
 * @throws RangeError for a zone or a moment that does not exist
 */
export function civilDay(timezone: string, moment: Date): CivilDay {
  return dayText(onTheWall(timezone, moment))
}

/** Minutes after midnight in `timezone`. */
export function civilMinute(timezone: string, moment: Date): number {
  const local = onTheWall(timezone, moment)
  return local.getUTCHours() * 60 + local.getUTCMinutes()
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
  return dayText(new Date(midnight(day) + count * DAY_MS))
}

/** The day that a date has in UTC. */
function dayText(date: Date): CivilDay {
  const year = date.getUTCFullYear()
  if (Number.isNaN(year)) throw new RangeError('No moment of any zone that exists')
  const part = (number: number, digits: number): string => String(number).padStart(digits, '0')
  return `${part(year, 4)}-${part(date.getUTCMonth() + 1, 2)}-${part(date.getUTCDate(), 2)}`
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: CivilDay): number {
  return new Date(midnight(day)).getUTCDay()
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CivilDay, to: CivilDay): number {
  return (midnight(to) - midnight(from)) / DAY_MS
}

import {
  addCivilDays,
  civilDay,
  civilMinute,
  momentOf,
  weekdayOf,
  type CivilDay,
} from './civil-day.ts'

/** What decides when a person is taught: people with equal rhythms are one class. */
export interface Rhythm {
  /** IANA zone. */
  readonly timezone: string
  /** The hour of the day's lesson, in minutes after midnight. */
  readonly lessonMinute: number
}

/** The days off of an organisation: holidays and collective leave; weekends are always off. */
export type DaysOff = ReadonlySet<CivilDay>

const FRIDAY = 5

/**
 * Quiet hours: nothing that the person did not ask for is sent from 18.00 to 07.00, nor on Friday
 * during prayer, 11.30 to 13.30.
 */
const DAY_BEGINS = 7 * 60
const DAY_ENDS = 18 * 60
const PRAYER_BEGINS = 11 * 60 + 30
const PRAYER_ENDS = 13 * 60 + 30

/** A search that finds no teaching day for this long has wrong data: two months without a working day. */
const HORIZON_DAYS = 62

export function isTeachingDay(day: CivilDay, daysOff: DaysOff): boolean {
  const weekday = weekdayOf(day)
  return weekday >= 1 && weekday <= FRIDAY && !daysOff.has(day)
}

/** The minute at which a wish for `minute` is met on `day`: inside the day, outside prayer. */
export function allowedMinute(day: CivilDay, minute: number): number {
  const within = Math.min(Math.max(minute, DAY_BEGINS), DAY_ENDS - 1)
  return weekdayOf(day) === FRIDAY && within >= PRAYER_BEGINS && within < PRAYER_ENDS
    ? PRAYER_ENDS
    : within
}

/**
 * The next moment at which a person is due to be taught, strictly after `from`: on a teaching day,
 * at the person's hour, outside quiet hours.
 *
 * @throws RangeError when two months hold no teaching day
 */
export function nextTeachingMoment(rhythm: Rhythm, daysOff: DaysOff, from: Date): Date {
  let day = civilDay(rhythm.timezone, from)
  for (let i = 0; i <= HORIZON_DAYS; i++, day = addCivilDays(day, 1)) {
    if (!isTeachingDay(day, daysOff)) continue
    const moment = momentOf(rhythm.timezone, day, allowedMinute(day, rhythm.lessonMinute))
    if (moment > from) return moment
  }
  throw new RangeError(`No teaching day within ${HORIZON_DAYS} days after ${from.toISOString()}`)
}

/** The first teaching moment on a later civil day than that of `from`: never twice a day. */
export function nextDayTeachingMoment(rhythm: Rhythm, daysOff: DaysOff, from: Date): Date {
  const tomorrow = addCivilDays(civilDay(rhythm.timezone, from), 1)
  const midnight = momentOf(rhythm.timezone, tomorrow, 0)
  return nextTeachingMoment(rhythm, daysOff, new Date(midnight.getTime() - 1))
}

/** Whether something may be sent unasked at `moment`: a teaching day, outside quiet hours. */
export function isOpen(timezone: string, daysOff: DaysOff, moment: Date): boolean {
  const day = civilDay(timezone, moment)
  const minute = civilMinute(timezone, moment)
  return (
    isTeachingDay(day, daysOff) &&
    minute >= DAY_BEGINS &&
    minute < DAY_ENDS &&
    allowedMinute(day, minute) === minute
  )
}

/** When the day of `moment` closes: what was not sent by then is no longer worth sending that day. */
export function dayCloses(timezone: string, moment: Date): Date {
  return momentOf(timezone, civilDay(timezone, moment), DAY_ENDS)
}

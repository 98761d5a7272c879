import { civilDay, weekdayOf, type CivilDay } from './civil-day.ts'
import {
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './teaching-moment.ts'

/** Tuesday and Thursday: whoever has had every lesson is asked again on two days a week. */
const REST_WEEKDAYS: ReadonlySet<number> = new Set([2, 4])

export function isRestDay(day: CivilDay): boolean {
  return REST_WEEKDAYS.has(weekdayOf(day))
}

/** The next moment of the rest rhythm, strictly after `from`; a day off is passed over. */
export function nextRestMoment(rhythm: Rhythm, daysOff: DaysOff, from: Date): Date {
  let moment = nextTeachingMoment(rhythm, daysOff, from)
  while (!isRestDay(civilDay(rhythm.timezone, moment))) {
    moment = nextDayTeachingMoment(rhythm, daysOff, moment)
  }
  return moment
}

/** The same, on a later civil day than that of `from`. */
export function nextDayRestMoment(rhythm: Rhythm, daysOff: DaysOff, from: Date): Date {
  const next = nextDayTeachingMoment(rhythm, daysOff, from)
  return isRestDay(civilDay(rhythm.timezone, next)) ? next : nextRestMoment(rhythm, daysOff, next)
}

import { addCivilDays, civilDay, weekdayOf, type CivilDay } from './civil-day.ts'
import { nextDayTeachingMoment, nextTeachingMoment } from './teaching-moment.ts'
import { isTeachingDay, type Rhythm, type WorkCalendar } from './work-calendar.ts'

const MONDAY = 1

/**
 * Whoever has had every lesson is asked again on two days of a week: the second and the fourth of
 * the person's working days (Tuesday and Thursday in an office), the first and the last of a week
 * that has fewer than four.
 */
export function isRestDay(person: Rhythm, calendar: WorkCalendar, day: CivilDay): boolean {
  const sinceMonday = (weekdayOf(day) - MONDAY + 7) % 7
  const monday = addCivilDays(day, -sinceMonday)
  const days = Array.from({ length: 7 }, (_, i) => addCivilDays(monday, i)).filter((one) =>
    isTeachingDay(person, calendar, one),
  )
  const chosen = days.length < 4 ? [days[0], days.at(-1)] : [days[1], days[3]]
  return chosen.includes(day)
}

/** The next moment of the rest rhythm, strictly after `from` and on a later day than `taughtOn`. */
export function nextRestMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  from: Date,
  taughtOn: CivilDay | null = null,
): Date {
  let moment = nextTeachingMoment(person, calendar, from, taughtOn)
  // Every week with a working day has a rest day, so this ends within two of them.
  while (!isRestDay(person, calendar, civilDay(person.timezone, moment))) {
    moment = nextDayTeachingMoment(person, calendar, moment)
  }
  return moment
}

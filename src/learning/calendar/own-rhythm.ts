import { addCivilDays, civilDay, weekdayOf, type CivilDay } from './civil-day.ts'
import { isRestDay, nextRestMoment } from './rest-rhythm.ts'
import { nextDayTeachingMoment, nextTeachingMoment } from './teaching-moment.ts'
import { isTeachingDay, type Rhythm, type WorkCalendar } from './work-calendar.ts'

const MONDAY = 1

/**
 * The day of a week on which whoever chose so has the lessons of a week at once: the chosen day, or
 * the person's next working day of that week, or else its last one before.
 */
export function isWeeklyDay(person: Rhythm, calendar: WorkCalendar, day: CivilDay): boolean {
  const chosen = person.weeklyOn ?? MONDAY
  const monday = addCivilDays(day, -((weekdayOf(day) - MONDAY + 7) % 7))
  const days = Array.from({ length: 7 }, (_, i) => addCivilDays(monday, i)).filter((one) =>
    isTeachingDay(person, calendar, one),
  )
  const wished = addCivilDays(monday, chosen - MONDAY)
  return day === (days.find((one) => one >= wished) ?? days.at(-1))
}

/** Whether a teaching day brings something, in the rhythm that the person has. */
export function bringsOn(
  person: Rhythm,
  calendar: WorkCalendar,
  day: CivilDay,
  resting: boolean,
): boolean {
  if (person.weeklyOn != null) return isWeeklyDay(person, calendar, day)
  return !resting || isRestDay(person, calendar, day)
}

/** The next moment for lessons, strictly after `from` and on a later day than `taughtOn`. */
export function nextLessonMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  from: Date,
  taughtOn: CivilDay | null = null,
): Date {
  return person.weeklyOn == null
    ? nextTeachingMoment(person, calendar, from, taughtOn)
    : nextWeeklyMoment(person, calendar, from, taughtOn)
}

/** The same for whoever has had every lesson. */
export function nextMomentAtRest(
  person: Rhythm,
  calendar: WorkCalendar,
  from: Date,
  taughtOn: CivilDay | null = null,
): Date {
  return person.weeklyOn == null
    ? nextRestMoment(person, calendar, from, taughtOn)
    : nextWeeklyMoment(person, calendar, from, taughtOn)
}

function nextWeeklyMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  from: Date,
  taughtOn: CivilDay | null,
): Date {
  let moment = nextTeachingMoment(person, calendar, from, taughtOn)
  // Every week with a working day has such a day, so this ends within two of them.
  while (!isWeeklyDay(person, calendar, civilDay(person.timezone, moment))) {
    moment = nextDayTeachingMoment(person, calendar, moment)
  }
  return moment
}

import {
  civilDay,
  dayCloses,
  isOpen,
  momentOf,
  nextLessonMoment,
  type Rhythm,
  type WorkCalendar,
} from '../../learning/index.ts'

/** 07.30: with the first working hour, before anybody asks. */
const BRIEFING_MINUTE = 7 * 60 + 30

const MONDAY = 1

/**
 * Whether the week's report is to go to an admin now: on Monday from 07.30 in the admin's zone, or on
 * the first working day of that week, within the open hours; never on a leave, nor to somebody who
 * became an admin only after that moment.
 *
 * @returns until when it may still be sent; undefined: it is not to be sent
 */
export function briefingDue(
  person: Rhythm & { readonly since: Date },
  calendar: WorkCalendar,
  now: Date,
): Date | undefined {
  const weekly = { ...person, lessonMinute: BRIEFING_MINUTE, weeklyOn: MONDAY }
  const today = civilDay(person.timezone, now)
  const midnight = momentOf(person.timezone, today, 0)
  const moment = nextLessonMoment(weekly, calendar, new Date(midnight.getTime() - 1))
  const due = civilDay(person.timezone, moment) === today && moment <= now && person.since <= moment
  return due && isOpen(person, calendar, now) ? dayCloses(person, calendar, now) : undefined
}

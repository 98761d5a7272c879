import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import type { DayHours } from './calendar/open-hours.ts'
import { readRhythm } from './calendar/rhythm-store.ts'
import { hoursOn } from './calendar/work-calendar.ts'

/** In which hours of `now`'s day something may come to a person unasked: the own ones or the calendar's. */
export async function readHours(db: Db, personId: string, now: Date): Promise<DayHours> {
  const person = await readRhythm(db, personId, now)
  const calendar = await readCalendar(db, person.calendarId)
  const { begins, ends } = hoursOn(person, calendar, civilDay(person.timezone, now))
  return { begins, ends }
}

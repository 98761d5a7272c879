import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import type { DayHours } from './calendar/open-hours.ts'
import { readRhythm } from './calendar/rhythm-store.ts'

export interface ReadHours {
  /** Hours in which something may come to the person unasked: the own ones, else the calendar's. */
  readonly open: DayHours
  /** Those of the calendar outside Ramadan. */
  readonly calendar: DayHours
}

/** The hours of a person on an ordinary day; in Ramadan a wish outside the shorter ones is moved. */
export async function readHours(db: Db, personId: string, now: Date): Promise<ReadHours> {
  const person = await readRhythm(db, personId, now)
  const { begins, ends } = (await readCalendar(db, person.calendarId)).hours
  const calendar = { begins, ends }
  return { open: person.ownHours ?? calendar, calendar }
}

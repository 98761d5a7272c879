import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import { readRhythm } from './calendar/rhythm-store.ts'
import { isOpen, nextOpenMoment } from './calendar/teaching-moment.ts'
import { waitingMoment } from './calendar/waiting-moment.ts'

/**
 * When something that the person did not ask for may come: now, on a working day outside quiet hours,
 * and with the next lesson otherwise.
 */
export async function openMoment(tx: Db, personId: string, now: Date): Promise<Date> {
  const person = await readRhythm(tx, personId, now)
  const calendar = await readCalendar(tx, person.calendarId)
  return waitingMoment(person, calendar, { waitsFor: 'hours', since: now, now })
}

/**
 * When the working hours that a person keeps are: now, or when they begin again. The person's own leave
 * does not count: what somebody has set going goes on without them.
 */
export async function workingMoment(tx: Db, personId: string, now: Date): Promise<Date> {
  const person = { ...(await readRhythm(tx, personId, now)), leaves: [] }
  const calendar = await readCalendar(tx, person.calendarId)
  return isOpen(person, calendar, now) ? now : nextOpenMoment(person, calendar, now)
}

import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import { addCivilDays, momentOf, type CivilDay } from './calendar/civil-day.ts'
import { readRhythm } from './calendar/rhythm-store.ts'
import { nextTeachingMoment } from './calendar/teaching-moment.ts'

/** The first teaching moment of a person after the day `last`, past every leave that stands. */
export async function momentAfterLeave(
  tx: Db,
  personId: string,
  { last, now }: { readonly last: CivilDay; readonly now: Date },
): Promise<Date> {
  const person = await readRhythm(tx, personId, now)
  const midnight = momentOf(person.timezone, addCivilDays(last, 1), 0)
  const over = new Date(midnight.getTime() - 1)
  return nextTeachingMoment(person, await readCalendar(tx, person.calendarId), over, last)
}

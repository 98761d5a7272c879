import type { Db } from '../platform/db/index.ts'
import { calendarIn, readCalendars, type Calendars } from './calendar/calendars-store.ts'
import { calendarVersion } from './calendar/changes-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import { readRhythms } from './calendar/rhythm-store.ts'
import { dayCloses } from './calendar/teaching-moment.ts'
import { isTeachingDay, type Rhythm, type WorkCalendar } from './calendar/work-calendar.ts'

/**
 * Whether nothing that was planned for the day of `now` may come to the person any more: it is a day off
 * or of leave by now, or has closed. Within an open day a pause for prayer is no end.
 */
export function isClosed(person: Rhythm, calendar: WorkCalendar, now: Date): boolean {
  const day = civilDay(person.timezone, now)
  return !isTeachingDay(person, calendar, day) || now >= dayCloses(person, calendar, now)
}

export type ClosedToday = (
  db: Db,
  personIds: readonly string[],
  now: Date,
) => Promise<ReadonlySet<string>>

/**
 * Tells for whom the day is closed, right before something planned is sent to them. The calendars are
 * read again only when they have changed.
 */
export function createClosedToday(): ClosedToday {
  let known: { readonly version: number; readonly calendars: Calendars } | undefined

  async function calendarsNow(db: Db): Promise<Calendars> {
    const version = await calendarVersion(db)
    // Read after the number: what is newer than it is read once more the next time.
    if (known?.version !== version) known = { version, calendars: await readCalendars(db) }
    return known.calendars
  }

  return async (db, personIds, now) => {
    const people = await readRhythms(db, personIds, now)
    const calendars = await calendarsNow(db)
    const closed = [...people].filter(([, person]) =>
      isClosed(person, calendarIn(calendars, person.calendarId), now),
    )
    return new Set(closed.map(([id]) => id))
  }
}

import {
  calendarIn,
  civilDay,
  dayCloses,
  nextTeachingMoment,
  waitingMoment,
  type ReplanOptions,
  type Rhythm,
  type WorkCalendar,
} from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { moveAskedNudge, takeAskedNudges, type AskedNudge } from './asked-nudges-store.ts'

/**
 * After a change of calendars: coordinators' reminders that wait for the hours of those whom it
 * concerns. Run again it changes nothing.
 *
 * @returns reminders that go at another moment now
 */
export async function moveAskedNudges(db: Db, options: ReplanOptions): Promise<number> {
  const { calendars, now } = options
  return db.transaction(async (tx) => {
    let moved = 0
    for (const asked of await takeAskedNudges(tx, options)) {
      const calendar = calendarIn(calendars, asked.calendarId)
      const notBefore = askedMoment(asked, calendar, { ...asked, now })
      if (notBefore <= now && asked.notBefore <= now) continue
      const notAfter = dayCloses(asked, calendar, notBefore)
      if (+notBefore === +asked.notBefore && +notAfter === +asked.notAfter) continue
      const { deliveryId, step, timezone } = asked
      const day = civilDay(timezone, notBefore)
      if (await moveAskedNudge(tx, { deliveryId, step, notBefore, notAfter, day })) moved++
    }
    return moved
  })
}

/** When a reminder that somebody asked for may come: never on a day that has had another. */
export function askedMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  { since, otherOn, now }: Pick<AskedNudge, 'since' | 'otherOn'> & { readonly now: Date },
): Date {
  const moment = waitingMoment(person, calendar, { waitsFor: 'hours', since, now })
  const taken = otherOn !== null && civilDay(person.timezone, moment) <= otherOn
  return taken ? nextTeachingMoment(person, calendar, now, otherOn) : moment
}

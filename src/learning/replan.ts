import type { Catalogue } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { readCalendar } from './calendar/calendars-store.ts'
import { readRhythm } from './calendar/rhythm-store.ts'
import { nextTeachingMoment } from './calendar/teaching-moment.ts'
import { latestDelivery } from './deliveries-store.ts'
import { rescheduleEnrolments, takeEnrolmentOf } from './enrolments-store.ts'
import { nextMoment, type NextMoment } from './next-moment.ts'
import { lessonsLeft } from './open-lessons.ts'

/** What comes next for a person, by what stands in the database in this transaction. */
export async function nextMomentOf(
  tx: Db,
  personId: string,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<NextMoment> {
  const enrolment = await takeEnrolmentOf(tx, personId, now)
  if (enrolment === undefined) {
    const latest = await latestDelivery(tx, personId)
    return { kind: latest === undefined ? 'not_enrolled' : 'done', at: null }
  }
  const standing = {
    ...enrolment,
    lessonsLeft: lessonsLeft(catalogue, enrolment.trackId, enrolment.had),
  }
  return nextMoment(standing, await readCalendar(tx, enrolment.calendarId), now)
}

/** The same, written down: after a change of hour, zone or pause. */
export async function replan(
  tx: Db,
  personId: string,
  options: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<NextMoment> {
  const next = await nextMomentOf(tx, personId, options)
  await rescheduleEnrolments(tx, personId, next.at)
  return next
}

/** The first teaching moment of somebody who is not enrolled yet. */
export async function firstTeachingMoment(tx: Db, personId: string, now: Date): Promise<Date> {
  const person = await readRhythm(tx, personId, now)
  return nextTeachingMoment(person, await readCalendar(tx, person.calendarId), now)
}

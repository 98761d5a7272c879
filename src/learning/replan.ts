import type { Db } from '../platform/db/index.ts'
import { readDaysOff } from './calendar/calendar-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import { hadLessonOn } from './deliveries-store.ts'
import { reschedule, takeLearner } from './learners-store.ts'
import { nextMoment, type NextMoment } from './next-moment.ts'

/** What comes next for a person, by what stands in the database in this transaction. */
export async function nextMomentOf(tx: Db, personId: string, now: Date): Promise<NextMoment> {
  const learner = await takeLearner(tx, personId)
  if (learner === undefined) return { kind: 'not_enrolled', at: null }
  const hadToday = await hadLessonOn(tx, personId, civilDay(learner.timezone, now))
  return nextMoment({ ...learner, hadToday }, await readDaysOff(tx), now)
}

/** The same, written down: after a change of hour, zone or pause. */
export async function replan(tx: Db, personId: string, now: Date): Promise<NextMoment> {
  const next = await nextMomentOf(tx, personId, now)
  await reschedule(tx, personId, next.at)
  return next
}

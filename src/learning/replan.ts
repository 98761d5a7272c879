import type { Db } from '../platform/db/index.ts'
import { calendarIn, readCalendar, readSomeCalendars } from './calendar/calendars-store.ts'
import { civilDay } from './calendar/civil-day.ts'
import { keepPause, type KeptPause } from './calendar/pauses-store.ts'
import { readRhythm } from './calendar/rhythm-store.ts'
import { nextTeachingMoment } from './calendar/teaching-moment.ts'
import {
  findLearner,
  reschedule,
  takeLearner,
  takeLearners,
  type Learner,
} from './learners-store.ts'
import { nextMoment, type NextMoment } from './next-moment.ts'

/** What comes next for a person, by what stands in the database in this transaction. */
export async function nextMomentOf(tx: Db, personId: string, now: Date): Promise<NextMoment> {
  return momentFor(tx, await takeLearner(tx, personId, now), now)
}

/** The same for several people, by their ids. */
export async function nextMomentsOf(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, NextMoment>> {
  if (personIds.length === 0) return new Map()
  const learners = await takeLearners(tx, personIds, now)
  const calendars = await readSomeCalendars(
    tx,
    [...learners.values()].map(({ calendarId }) => calendarId),
  )
  // Reckoned once for all whose class and standing are the same.
  const known = new Map<string, NextMoment>()
  return new Map(
    personIds.map((personId) => {
      const learner = learners.get(personId)
      if (learner === undefined) return [personId, { kind: 'not_enrolled', at: null }]
      const { rhythmKey, paused, work, taughtOn } = learner
      const key = JSON.stringify([rhythmKey, paused, work, taughtOn])
      const next =
        known.get(key) ?? nextMoment(learner, calendarIn(calendars, learner.calendarId), now)
      known.set(key, next)
      return [personId, next]
    }),
  )
}

/** The same for who only shows it: nothing is locked. */
export async function seeNextMoment(db: Db, personId: string, now: Date): Promise<NextMoment> {
  return momentFor(db, await findLearner(db, personId, now), now)
}

async function momentFor(db: Db, learner: Learner | undefined, now: Date): Promise<NextMoment> {
  if (learner === undefined) return { kind: 'not_enrolled', at: null }
  return nextMoment(learner, await readCalendar(db, learner.calendarId), now)
}

/** The same, written down: after a change of hour, zone or pause. */
export async function replan(tx: Db, personId: string, now: Date): Promise<NextMoment> {
  const learner = await takeLearner(tx, personId, now)
  const next = await momentFor(tx, learner, now)
  await reschedule(tx, personId, next.at)
  if (learner !== undefined) await keepPause(tx, pauseOf(learner, now))
  return next
}

/** The pause as it stands now, in the person's civil days. */
function pauseOf(learner: Learner, now: Date): KeptPause {
  const { personId, timezone, paused } = learner
  return { personId, today: civilDay(timezone, now), paused }
}

/** The first teaching moment of somebody who has not begun yet. */
export async function firstTeachingMoment(tx: Db, personId: string, now: Date): Promise<Date> {
  const person = await readRhythm(tx, personId, now)
  return nextTeachingMoment(person, await readCalendar(tx, person.calendarId), now)
}

import { renewClosed } from '../announcements/index.ts'
import {
  changeFollowed,
  moveWaiting,
  nextChange,
  readCalendars,
  replanConcerned,
} from '../learning/index.ts'
import { replanNudges } from '../nudges/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { replanQuestions } from '../practice/index.ts'
import { replanDigests } from '../reports/index.ts'

/** How much of each kind goes at another moment than before. */
export interface Replanned {
  readonly lessons: number
  readonly reminders: number
  readonly messages: number
  readonly questions: number
  readonly digests: number
  readonly announcements: number
}

const NOTHING: Replanned = {
  lessons: 0,
  reminders: 0,
  messages: 0,
  questions: 0,
  digests: 0,
  announcements: 0,
}

/**
 * Moves everything that waits by the changes of working days that were noted and not followed yet, one
 * after the other, each in transactions of its own. Broken off, it begins that change again; followed
 * twice, a change moves nothing twice, since every moment is reckoned from the calendar as it stands.
 */
export async function followChanges(db: Db, now: Date): Promise<Replanned> {
  let all = NOTHING
  for (let change = await nextChange(db); change; change = await nextChange(db)) {
    const options = { calendars: await readCalendars(db), concerned: change.concerned, now }
    all = {
      lessons: all.lessons + (await replanConcerned(db, options)),
      reminders: all.reminders + (await replanNudges(db, options)),
      messages: all.messages + (await moveWaiting(db, options)),
      questions: all.questions + (await replanQuestions(db, options)),
      digests: all.digests + (await replanDigests(db, options)),
      announcements: all.announcements + (await renewClosed(db, now)),
    }
    await changeFollowed(db, change.id)
  }
  return all
}

/**
 * After a change that stands. What it does not get done stays noted, and is followed at the next tick;
 * until then the planner and the sender look at the calendar themselves.
 */
export function createReplanAfter({
  db,
  clock,
  log,
}: {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
}): () => Promise<void> {
  return async () => {
    try {
      const moved = await followChanges(db, clock.now())
      if (Object.values(moved).some((count) => count > 0)) {
        log.info(moved, 'planned anew after a change of working days')
      }
    } catch (error) {
      log.error({ error: messageOf(error) }, 'not all is planned anew; it is tried again')
    }
  }
}

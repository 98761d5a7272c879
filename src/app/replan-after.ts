import { readCalendars, replanConcerned, type Concerned } from '../learning/index.ts'
import { replanNudges } from '../nudges/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { Logger } from '../platform/logger.ts'

/**
 * After a change of working days that stands: what comes next for everybody whom it concerns. In
 * transactions of its own; broken off, the planner still asks the calendar before it delivers.
 */
export function createReplanAfter({
  db,
  clock,
  log,
}: {
  readonly db: Db
  readonly clock: Clock
  readonly log: Logger
}): (concerned: Concerned) => Promise<void> {
  return async (concerned) => {
    const options = { calendars: await readCalendars(db), concerned, now: clock.now() }
    const lessons = await replanConcerned(db, options)
    const reminders = await replanNudges(db, options)
    log.info({ lessons, reminders }, 'planned anew after a change of working days')
  }
}

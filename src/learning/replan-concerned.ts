import type { Db } from '../platform/db/index.ts'
import { calendarIn, type Calendars } from './calendar/calendars-store.ts'
import type { Concerned } from './calendar/concerned.ts'
import { moveLearners, takeComing, type ComingLearner } from './coming-store.ts'
import { teachingMoment } from './next-moment.ts'

export interface ReplanOptions {
  readonly calendars: Calendars
  readonly concerned: Concerned
  readonly now: Date
}

/** People of one transaction. */
const BATCH = 2000

/** Below every id. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * After a change of calendars: the next moments of everybody whom it concerns, reckoned once a class.
 * What is due already is left to the planner, which asks the calendar itself. Run again it changes
 * nothing; broken off, nobody is taught on a day off all the same, since the planner looks before it
 * delivers.
 *
 * @returns people whose next moment is another now
 */
export async function replanConcerned(db: Db, options: ReplanOptions): Promise<number> {
  const decide = onceAClass(options)
  let moved = 0
  for (let after: string | undefined = NOBODY; after !== undefined;) {
    const from: string = after
    after = await db.transaction(async (tx) => {
      const { concerned, now } = options
      const coming = await takeComing(tx, { concerned, now, after: from, limit: BATCH })
      moved += await moveLearners(
        tx,
        coming.map((row) => ({ personId: row.personId, nextDueAt: decide(row) })),
      )
      return coming.at(-1)?.personId
    })
  }
  return moved
}

function onceAClass({ calendars, now }: ReplanOptions): (row: ComingLearner) => Date | null {
  const known = new Map<string, Date | null>()
  return (row) => {
    const key = [row.rhythmKey, row.paused, row.taughtOn].join('|')
    const before = known.get(key)
    if (before !== undefined) return before
    // Whoever is at rest is looked at a little early then, and waits on.
    const moment = teachingMoment(
      { ...row, work: 'lesson' },
      calendarIn(calendars, row.calendarId),
      now,
    )
    known.set(key, moment)
    return moment
  }
}

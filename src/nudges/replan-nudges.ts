import { calendarIn, type ReplanOptions } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { renewedNudgeAt } from './ladder.ts'
import { moveAskedNudges } from './move-asked.ts'
import { moveNudges, takeComingNudges, type ComingNudge } from './coming-nudges-store.ts'

/** Deliveries of one transaction. */
const BATCH = 2000

/**
 * After a change of calendars: the next reminders of everybody whom it concerns, reckoned once a
 * class, and those that a coordinator asked for and that wait. Run again it changes nothing.
 *
 * @returns reminders that come at another moment now
 */
export async function replanNudges(db: Db, options: ReplanOptions): Promise<number> {
  // First, since the ladder goes on from the day of the latest reminder.
  let moved = await moveAskedNudges(db, options)
  const decide = onceAClass(options)
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    after = await db.transaction(async (tx) => {
      const { concerned, now } = options
      const coming = await takeComingNudges(tx, { concerned, now, after: from, limit: BATCH })
      const moves = coming.map((row) => ({ deliveryId: row.deliveryId, nextAt: decide(row) }))
      moved += await moveNudges(tx, moves)
      return coming.at(-1)?.deliveryId
    })
  }
  return moved
}

function onceAClass({ calendars, now }: ReplanOptions): (row: ComingNudge) => Date {
  const known = new Map<string, Date>()
  return (row) => {
    const key = [row.rhythmKey, row.dueAt.getTime(), row.climbed, row.nudgedOn].join('|')
    const before = known.get(key)
    if (before !== undefined) return before
    const moment = renewedNudgeAt(row, calendarIn(calendars, row.calendarId), { ...row, now })
    known.set(key, moment)
    return moment
  }
}

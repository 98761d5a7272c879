import { calendarIn, type ReplanOptions } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { heldAnew, risesAt } from './question-times.ts'
import { moveTimes, takeWaitingQuestions } from './waiting-questions-store.ts'

/** Questions of one transaction. */
const BATCH = 500

/**
 * After a change of calendars: when the questions of those whom it concerns go up a unit, and until when
 * whoever has taken one has it alone. Run again it changes nothing.
 *
 * @returns questions of which either is another moment now
 */
export async function replanQuestions(db: Db, options: ReplanOptions): Promise<number> {
  const { calendars, concerned, now } = options
  let moved = 0
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    after = await db.transaction(async (tx) => {
      const page = { concerned, now, after: from, limit: BATCH }
      const waiting = await takeWaitingQuestions(tx, page)
      const moves = waiting.map((row) => {
        const calendar = calendarIn(calendars, row.calendarId)
        const { id, timezone, since, takenUntil } = row
        const held = takenUntil === null ? null : heldAnew(timezone, calendar, takenUntil)
        const rises = row.risesAt === null ? null : risesAt(timezone, calendar, since)
        return { id, risesAt: rises, takenUntil: held }
      })
      moved += await moveTimes(tx, moves)
      return waiting.at(-1)?.id
    })
  }
  return moved
}

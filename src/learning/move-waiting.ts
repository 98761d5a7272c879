import type { Db } from '../platform/db/index.ts'
import { calendarIn } from './calendar/calendars-store.ts'
import { waitingMoment } from './calendar/waiting-moment.ts'
import type { ReplanOptions } from './replan-concerned.ts'
import { moveMessages, takeWaiting, type WaitingMessage } from './waiting-store.ts'

/** Messages of one transaction. */
const BATCH = 2000

/**
 * After a change of calendars: every message that nobody asked for and that waits for somebody's hours
 * goes when the calendar says now, sooner or later than before. Run again it changes nothing; what is
 * in the air already is left alone, so nothing goes twice.
 *
 * @returns messages that go at another moment now
 */
export async function moveWaiting(db: Db, options: ReplanOptions): Promise<number> {
  const { calendars, concerned, now } = options
  let moved = 0
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    after = await db.transaction(async (tx) => {
      const waiting = await takeWaiting(tx, { concerned, now, after: from, limit: BATCH })
      const moves = waiting.flatMap((row) => {
        const calendar = calendarIn(calendars, row.calendarId)
        const notBefore = waitingMoment(row, calendar, { ...row, now })
        return stands(row, notBefore, now) ? [] : [{ id: row.id, notBefore }]
      })
      moved += await moveMessages(tx, moves)
      return waiting.at(-1)?.id
    })
  }
  return moved
}

/** It is to go at that moment already; or now, and only waits for its turn. */
function stands({ notBefore }: WaitingMessage, moment: Date, now: Date): boolean {
  return notBefore.getTime() === moment.getTime() || (notBefore <= now && moment <= now)
}

import { followChanges, type Replanned } from '../app/index.ts'
import { storeCalendar } from '../learning/index.ts'
import { systemClock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { CommandContext } from './command.ts'
import { withStore } from './with-store.ts'

/** `withStore`, with the calendar of the office and the shipped year there, as after a first start. */
export async function withCalendars<T>(
  context: Pick<CommandContext, 'env'>,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  return withStore(context, async (db) => {
    await storeCalendar(db)
    return work(db)
  })
}

/** After a change that stands, and was noted with it: what waits is moved. */
export function replanAfter(db: Db): Promise<Replanned> {
  return followChanges(db, systemClock.now())
}

export function replannedText(replanned: Replanned): string {
  const { lessons, reminders, messages, questions, digests, announcements } = replanned
  const rest = { messages, questions, digests, announcements }
  const moved = Object.entries(rest).flatMap(([what, count]) =>
    count === 0 ? [] : [`, ${count} ${what}`],
  )
  return `Replanned: ${lessons} lessons, ${reminders} reminders${moved.join('')}`
}

import { readCalendars, replanConcerned, storeCalendar, type Concerned } from '../learning/index.ts'
import { replanNudges } from '../nudges/index.ts'
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

export interface Replanned {
  readonly lessons: number
  readonly reminders: number
}

/** After a change that stands: what comes next for everybody whom it concerns. */
export async function replanAfter(db: Db, concerned: Concerned): Promise<Replanned> {
  const options = { calendars: await readCalendars(db), concerned, now: systemClock.now() }
  return {
    lessons: await replanConcerned(db, options),
    reminders: await replanNudges(db, options),
  }
}

export function replannedText({ lessons, reminders }: Replanned): string {
  return `Replanned: ${lessons} lessons, ${reminders} reminders`
}

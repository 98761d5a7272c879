import { civilDay } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { markAnswered } from './nudges-store.ts'

/** Somebody answered a question, whichever: what the reminder of that day came to. */
export async function noteAnswer(
  tx: Db,
  person: { readonly id: string; readonly timezone: string },
  now: Date,
): Promise<void> {
  await markAnswered(tx, { personId: person.id, day: civilDay(person.timezone, now) }, now)
}

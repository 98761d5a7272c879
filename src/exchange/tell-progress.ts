import { insertMessages, isWaiting } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'

/** How far it is, is news for an hour. */
const WORTH_MS = 3600_000

/** For how long the feeder leaves a row alone, because it is sent right away. */
export const HELD_MS = 5000

export interface Progress {
  readonly personId: string
  readonly kind: string
  readonly args: Readonly<Record<string, unknown>>
  /** Of the row of the first message, which later ones edit. */
  readonly key: string
}

/** The message itself where there is none yet, and its edit where there is. @returns new rows */
export async function tellProgress(
  db: Db,
  { personId, kind, args, key }: Progress,
  now: Date,
): Promise<number[]> {
  const person = (await findPeople(db, [personId])).get(personId)
  if (person === undefined) return []
  const message = {
    lane: 'reply',
    kind,
    personId,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const held = { now, heldMs: HELD_MS }
  const first = await insertMessages(db, [{ ...message, args, dedupeKey: key }], held)
  if (first.length > 0) return first
  // What it says is read when it is sent: one that waits already will say what this one would.
  const supersedeKey = `${key}:edit`
  if (await isWaiting(db, supersedeKey)) return []
  return insertMessages(db, [{ ...message, args: { ...args, edit: true }, supersedeKey }], held)
}

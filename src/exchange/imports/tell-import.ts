import { insertMessages, isWaiting } from '../../messaging/index.ts'
import { findPeople } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { RosterImport } from './imports-store.ts'

/** How far it is, is news for an hour. */
const WORTH_MS = 3600_000

/** For how long the feeder leaves a row alone, because it is sent right away. */
const HELD_MS = 5000

/** The row of the message that tells how far an import is, and that later ones edit. */
export function importKey(id: number): string {
  return `import:${id}`
}

/** The message itself where there is none yet, and its edit where there is. @returns new rows */
export async function tellImport(
  db: Db,
  { id, personId }: Pick<RosterImport, 'id' | 'personId'>,
  now: Date,
): Promise<number[]> {
  const person = (await findPeople(db, [personId])).get(personId)
  if (person === undefined) return []
  const message = {
    lane: 'reply',
    kind: 'import-progress',
    personId,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const held = { now, heldMs: HELD_MS }
  const first = await insertMessages(
    db,
    [{ ...message, args: { importId: id }, dedupeKey: importKey(id) }],
    held,
  )
  if (first.length > 0) return first
  // What it says is read when it is sent: one that waits already will say what this one would.
  const supersedeKey = `${importKey(id)}:edit`
  if (await isWaiting(db, supersedeKey)) return []
  return insertMessages(
    db,
    [{ ...message, args: { importId: id, edit: true }, supersedeKey }],
    held,
  )
}

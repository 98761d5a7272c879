import { insertMessages, isWaiting } from '../../messaging/index.ts'
import { findPeople, type Person } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Export } from './exports-store.ts'

/** How far it is, is news for an hour. */
const WORTH_MS = 3600_000

/** For how long the feeder leaves a row alone, because it is sent right away. */
const HELD_MS = 5000

/** The row of the message that tells how far an export is, and that later ones edit. */
export function exportKey(id: number): string {
  return `export:${id}`
}

/** The message itself where there is none yet, and its edit where there is. @returns new rows */
export async function tellExport(
  db: Db,
  { id, personId }: Pick<Export, 'id' | 'personId'>,
  now: Date,
): Promise<number[]> {
  const person = (await findPeople(db, [personId])).get(personId)
  if (person === undefined) return []
  const message = {
    lane: 'reply',
    kind: 'export-progress',
    personId,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const held = { now, heldMs: HELD_MS }
  const first = await insertMessages(
    db,
    [{ ...message, args: { exportId: id }, dedupeKey: exportKey(id) }],
    held,
  )
  if (first.length > 0) return first
  // What it says is read when it is sent: one that waits already will say what this one would.
  const supersedeKey = `${exportKey(id)}:edit`
  if (await isWaiting(db, supersedeKey)) return []
  return insertMessages(
    db,
    [{ ...message, args: { exportId: id, edit: true }, supersedeKey }],
    held,
  )
}

/** The file itself, once; or the link to it where it is too large for a chat. */
export async function tellFile(
  db: Db,
  {
    id,
    person,
    asLink,
    expiresAt,
  }: {
    readonly id: number
    readonly person: Pick<Person, 'id' | 'chatId'>
    readonly asLink: boolean
    readonly expiresAt: Date
  },
  now: Date,
): Promise<number[]> {
  return insertMessages(
    db,
    [
      {
        lane: 'reply',
        kind: asLink ? 'export-link' : 'export-file',
        args: { exportId: id },
        personId: person.id,
        chatId: person.chatId,
        notAfter: expiresAt,
        dedupeKey: `${exportKey(id)}:file`,
      },
    ],
    { now, heldMs: HELD_MS },
  )
}

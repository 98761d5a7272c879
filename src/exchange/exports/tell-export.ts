import { insertMessages } from '../../messaging/index.ts'
import type { Person } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { HELD_MS, tellProgress } from '../tell-progress.ts'
import type { Export } from './exports-store.ts'

/** The row of the message that tells how far an export is, and that later ones edit. */
export function exportKey(id: number): string {
  return `export:${id}`
}

/** How far it is. @returns new rows */
export function tellExport(
  db: Db,
  { id, personId }: Pick<Export, 'id' | 'personId'>,
  now: Date,
): Promise<number[]> {
  const args = { exportId: id }
  return tellProgress(db, { personId, kind: 'export-progress', args, key: exportKey(id) }, now)
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

import { insertMessages, isWaiting } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Announcement } from './announcements-store.ts'

/** How far it is, is news for an hour. */
const WORTH_MS = 3600_000

/** The row of the message that tells the author how far it is, and that later ones edit. */
export function progressKey(id: number): string {
  return `announcement-progress:${id}`
}

/** The message itself where there is none yet, and its edit where there is. @returns new rows */
export async function tellProgress(
  tx: Db,
  { id, authorId }: Pick<Announcement, 'id' | 'authorId'>,
  now: Date,
  options: {
    readonly heldMs?: number
    readonly notBefore?: Date
    readonly dedupeKey?: string
  } = {},
): Promise<number[]> {
  const author = authorId === null ? undefined : (await findPeople(tx, [authorId])).get(authorId)
  if (author === undefined) return []
  const { heldMs, ...when } = options
  const message = {
    lane: 'reply',
    kind: 'announcement-progress',
    personId: author.id,
    chatId: author.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  } as const
  const held = heldMs === undefined ? { now } : { now, heldMs }
  const first = await insertMessages(
    tx,
    [{ ...message, args: { announcementId: id }, dedupeKey: progressKey(id) }],
    held,
  )
  if (first.length > 0) return first
  // What it says is read when it is sent: one that waits already will say what this one would. A
  // gathered one has a key of its own.
  const supersedeKey = `${progressKey(id)}:edit`
  const gathered = options.dedupeKey !== undefined
  if (!gathered && (await isWaiting(tx, supersedeKey))) return []
  const key = gathered ? {} : { supersedeKey }
  return insertMessages(
    tx,
    [{ ...message, ...when, args: { announcementId: id, edit: true }, ...key }],
    held,
  )
}

/** Acknowledgements and votes come in bursts: at most one edit in this time (civil). */
const GATHER_MS = 10_000

/** The same for what people did with their copies; gathered, so that a hundred taps are one edit. */
export async function tellProgressSoon(
  tx: Db,
  announcement: Pick<Announcement, 'id' | 'authorId'>,
  now: Date,
): Promise<void> {
  const end = (Math.floor(now.getTime() / GATHER_MS) + 1) * GATHER_MS
  await tellProgress(tx, announcement, now, {
    notBefore: new Date(end),
    dedupeKey: `${progressKey(announcement.id)}:${end}`,
  })
}

import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { announcements } from './schema.ts'
import { CLOSED, type AnnouncementState, type Audience } from './words.ts'

export type Announcement = typeof announcements.$inferSelect

/** After so long a draft is no longer what its author has in mind. */
const DRAFT_KEPT_MS = 24 * 3600_000

export async function createDraft(
  tx: Db,
  author: { readonly authorId: string; readonly chatId: number },
  audience: Audience,
  now: Date,
): Promise<number> {
  const [row] = await tx
    .insert(announcements)
    .values({ ...author, state: 'draft', audience, createdAt: now })
    .returning({ id: announcements.id })
  if (row === undefined) throw new Error('The new draft was not returned')
  return row.id
}

export async function findAnnouncement(db: Db, id: number): Promise<Announcement | undefined> {
  const [row] = await db.select().from(announcements).where(eq(announcements.id, id))
  return row
}

/** The same, locked: what is decided on it is decided once. */
export async function takeAnnouncement(tx: Db, id: number): Promise<Announcement | undefined> {
  const [row] = await tx.select().from(announcements).where(eq(announcements.id, id)).for('update')
  return row
}

/** A draft that a wizard may go on with: of this author, and not left for a day. */
export function isFresh(draft: Announcement, authorId: string, now: Date): boolean {
  return (
    draft.authorId === authorId &&
    draft.state === 'draft' &&
    now.getTime() - draft.createdAt.getTime() < DRAFT_KEPT_MS
  )
}

export type AnnouncementChange = Partial<Omit<typeof announcements.$inferInsert, 'id'>>

export async function changeAnnouncement(
  tx: Db,
  id: number,
  change: AnnouncementChange,
): Promise<void> {
  await tx.update(announcements).set(change).where(eq(announcements.id, id))
}

/** A change of a draft, after which the preview that was seen counts no longer. */
export async function changeDraft(tx: Db, id: number, change: AnnouncementChange): Promise<void> {
  await tx
    .update(announcements)
    .set({
      ...change,
      revision: sql`${announcements.revision} + 1`,
      previewedCount: null,
      previewedHash: null,
      previewIds: [],
    })
    .where(and(eq(announcements.id, id), eq(announcements.state, 'draft')))
}

/** What the preview shows from now on; a preview below which an older revision stands is stale. */
export async function setPreviewed(
  tx: Db,
  id: number,
  { reached, hash }: { readonly reached: number; readonly hash: string },
): Promise<void> {
  await changeDraft(tx, id, {})
  await changeAnnouncement(tx, id, { previewedCount: reached, previewedHash: hash })
}

/** The author's own, the newest first; one that was never confirmed is none. */
export async function latestOf(
  db: Db,
  authorId: string,
  limit: number,
): Promise<readonly Announcement[]> {
  return db
    .select()
    .from(announcements)
    .where(and(eq(announcements.authorId, authorId), isNotNull(announcements.confirmedAt)))
    .orderBy(desc(announcements.id))
    .limit(limit)
}

/** Those that the closing hour holds. */
export async function listClosed(db: Db): Promise<readonly Announcement[]> {
  return db
    .select()
    .from(announcements)
    .where(and(eq(announcements.state, 'paused'), eq(announcements.reason, CLOSED)))
    .orderBy(announcements.id)
}

const UNDER_WAY: readonly AnnouncementState[] = [
  'awaiting_approval',
  'scheduled',
  'undoable',
  'sending',
  'paused',
]

export function isUnderWay({ state }: Pick<Announcement, 'state'>): boolean {
  return UNDER_WAY.includes(state)
}

/** What "batal" means: the newest of the author's that has not ended. */
export async function latestUnderWay(db: Db, authorId: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: announcements.id })
    .from(announcements)
    .where(and(eq(announcements.authorId, authorId), inArray(announcements.state, [...UNDER_WAY])))
    .orderBy(desc(announcements.id))
    .limit(1)
  return row?.id
}

/** Drafts that nobody went on with, and the words of corrections that have long arrived. */
export async function forgetStale(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DRAFT_KEPT_MS)
  await db.execute(sql`
    delete from announcements where state = 'draft' and created_at < ${before.toISOString()}::timestamptz
      and id in (select id from announcements where state = 'draft' order by id limit 1000)`)
  await db.execute(sql`
    update announcements set correction = null
    where correction is not null and not unsettled and state in ('cancelled', 'done', 'recalled')
      and ended_at < ${before.toISOString()}::timestamptz`)
}

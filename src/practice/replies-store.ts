import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../platform/db/index.ts'
import { findPeople, withinReach } from '../people/index.ts'
import { practiceReplies } from './schema.ts'

export type Reply = typeof practiceReplies.$inferSelect

export interface NewReply {
  readonly personId: string
  readonly lessonId: string
  /** Masked. */
  readonly text: string
}

/**
 * Keeps a reply in the place of the one before. It is for the person alone again: who shared one text
 * has not shared another.
 */
export async function keepReply(
  tx: Db,
  reply: NewReply,
  now: Date,
): Promise<{ readonly id: number; readonly replaced: boolean }> {
  const [before] = await tx
    .delete(practiceReplies)
    .where(
      and(
        eq(practiceReplies.personId, reply.personId),
        eq(practiceReplies.lessonId, reply.lessonId),
      ),
    )
    .returning({ createdAt: practiceReplies.createdAt })
  const [row] = await tx
    .insert(practiceReplies)
    .values({ ...reply, createdAt: before?.createdAt ?? now, changedAt: now })
    .returning({ id: practiceReplies.id })
  if (row === undefined) throw new Error('The new reply was not returned')
  return { id: row.id, replaced: before !== undefined }
}

export async function findReply(db: Db, id: number): Promise<Reply | undefined> {
  const [row] = await db.select().from(practiceReplies).where(eq(practiceReplies.id, id))
  return row
}

export async function hasReply(db: Db, personId: string, lessonId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: practiceReplies.id })
    .from(practiceReplies)
    .where(and(eq(practiceReplies.personId, personId), eq(practiceReplies.lessonId, lessonId)))
  return row !== undefined
}

/** @returns whether it is there and hers */
export async function shareReply(
  tx: Db,
  of: { readonly id: number; readonly personId: string },
  shared: boolean,
  now: Date,
): Promise<boolean> {
  const changed = await tx
    .update(practiceReplies)
    .set({
      sharedAt: shared
        ? sql`coalesce(${practiceReplies.sharedAt}, ${now.toISOString()}::timestamptz)`
        : null,
    })
    .where(own(of))
    .returning({ id: practiceReplies.id })
  return changed.length > 0
}

/** The row is gone, and its text with it. @returns whether it was there and hers */
export async function dropReply(
  tx: Db,
  of: { readonly id: number; readonly personId: string },
): Promise<boolean> {
  const gone = await tx.delete(practiceReplies).where(own(of)).returning({ id: practiceReplies.id })
  return gone.length > 0
}

function own({ id, personId }: { readonly id: number; readonly personId: string }) {
  return and(eq(practiceReplies.id, id), eq(practiceReplies.personId, personId))
}

export interface SharedReply extends Reply {
  readonly name: string
  readonly unit: string | null
}

/** The shared replies that this person may see, the newest first. */
export async function sharedReplies(
  db: Db,
  viewerId: string,
  { offset }: { readonly offset: number },
): Promise<{ readonly total: number; readonly reply: SharedReply | undefined }> {
  const rows = await rowsOf<{ id: string; name: string; unit: string | null; total: string }>(
    db,
    sql`
    select r.id, p.name, u.name as unit, count(*) over () as total
    from practice_replies r
    join people p on p.id = r.person_id
    left join units u on u.id = p.unit_id
    where r.shared_at is not null and ${withinReach(viewerId)}
    order by r.shared_at desc, r.id desc
    offset ${offset} limit 1`,
  )
  const [row] = rows
  if (row === undefined) return { total: 0, reply: undefined }
  const reply = await findReply(db, Number(row.id))
  return {
    total: Number(row.total),
    reply: reply === undefined ? undefined : { ...reply, name: row.name, unit: row.unit },
  }
}

export interface Praised {
  readonly personId: string
  readonly chatId: number
}

/** Praises a shared reply of one's own units, once. @returns undefined: not hers to praise, or done */
export async function praiseReply(
  tx: Db,
  { id, viewerId }: { readonly id: number; readonly viewerId: string },
  now: Date,
): Promise<Praised | undefined> {
  const seen = await rowsOf<{ id: string }>(
    tx,
    sql`
    select r.id from practice_replies r join people p on p.id = r.person_id
    where r.id = ${id} and r.person_id <> ${viewerId} and ${withinReach(viewerId)}`,
  )
  if (seen.length === 0) return undefined
  const [praised] = await tx
    .update(practiceReplies)
    .set({ praisedAt: now, praisedBy: viewerId })
    .where(
      and(
        eq(practiceReplies.id, id),
        isNotNull(practiceReplies.sharedAt),
        isNull(practiceReplies.praisedAt),
      ),
    )
    .returning({ personId: practiceReplies.personId })
  if (praised === undefined) return undefined
  const person = (await findPeople(tx, [praised.personId])).get(praised.personId)
  return person === undefined ? undefined : { personId: praised.personId, chatId: person.chatId }
}

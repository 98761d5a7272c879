import { and, desc, eq, inArray, max, ne, sql } from 'drizzle-orm'
import { arrayOf, at, type Db } from '../platform/db/index.ts'
import { deliveries } from './schema.ts'

export type Delivery = typeof deliveries.$inferSelect

export async function findOpenDelivery(db: Db, personId: string): Promise<Delivery | undefined> {
  const [row] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.personId, personId), eq(deliveries.state, 'open')))
  return row
}

export async function findDelivery(db: Db, id: number): Promise<Delivery | undefined> {
  const [row] = await db.select().from(deliveries).where(eq(deliveries.id, id))
  return row
}

export async function latestDelivery(db: Db, personId: string): Promise<Delivery | undefined> {
  const [row] = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.personId, personId))
    .orderBy(desc(deliveries.dueAt))
    .limit(1)
  return row
}

/** The latest civil day on which another lesson came than that of delivery `id`; undefined: none did. */
export async function lessonDayBefore(
  db: Db,
  personId: string,
  id: number,
): Promise<string | undefined> {
  const [row] = await db
    .select({ day: max(deliveries.dueDay) })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.personId, personId),
        ne(deliveries.id, id),
        ne(deliveries.state, 'undelivered'),
      ),
    )
  return row?.day ?? undefined
}

/**
 * Whether a lesson came, or is coming, on a civil day of the person; a later day counts too, for
 * whoever flew west and lives a day once more.
 */
export async function hadLessonOn(db: Db, personId: string, day: string): Promise<boolean> {
  const latest = await latestDelivery(db, personId)
  return latest !== undefined && latest.state !== 'undelivered' && latest.dueDay >= day
}

/** What may still be closed: an answer counts for a lesson that was skipped or thought not to arrive. */
const closable = {
  answered: ['open', 'skipped', 'undelivered'],
  skipped: ['open'],
} as const

/** @returns whether this call closed it */
export async function closeDelivery(
  tx: Db,
  id: number,
  state: 'answered' | 'skipped',
  now: Date,
): Promise<boolean> {
  const closed = await tx
    .update(deliveries)
    .set({ state, closedAt: now, nextNudgeAt: null })
    .where(and(eq(deliveries.id, id), inArray(deliveries.state, closable[state])))
    .returning({ id: deliveries.id })
  return closed.length > 0
}

/** The same lesson once more into the chat: a new try of the open delivery. */
export async function repeatDelivery(tx: Db, id: number, now: Date): Promise<number> {
  const [row] = await tx
    .update(deliveries)
    .set({ tries: sql`${deliveries.tries} + 1`, repeatedAt: now })
    .where(eq(deliveries.id, id))
    .returning({ tries: deliveries.tries })
  if (row === undefined) throw new Error(`Delivery ${id} is gone`)
  return row.tries
}

export async function markDelivered(
  tx: Db,
  ids: readonly number[],
  part: 'lesson' | 'quiz',
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  const column = sql.raw(part === 'lesson' ? 'sent_at' : 'quiz_sent_at')
  await tx.execute(sql`
    update deliveries set ${column} = coalesce(${column}, ${at(now)})
    where id = any(${arrayOf(ids, 'bigint')})`)
}

/** Never arrived: the lesson is planned again. One that did arrive and was asked for anew stays. */
export async function markUndelivered(tx: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    update deliveries set state = 'undelivered', closed_at = ${at(now)}, next_nudge_at = null
    where id = any(${arrayOf(ids, 'bigint')}) and state = 'open' and quiz_sent_at is null`)
}

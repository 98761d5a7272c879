import { and, desc, eq, max, ne, sql } from 'drizzle-orm'
import { anyOf, arrayOf, at, type Db, rowsOf } from '../platform/db/index.ts'
import { deliveries } from './schema.ts'

export type Delivery = typeof deliveries.$inferSelect

/** The lesson that stands open; of a week's bundle the first that does. */
export async function findOpenDelivery(db: Db, personId: string): Promise<Delivery | undefined> {
  const [row] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.personId, personId), eq(deliveries.state, 'open')))
    .orderBy(deliveries.bundlePlace)
    .limit(1)
  return row
}

export async function findDelivery(db: Db, id: number): Promise<Delivery | undefined> {
  return (await findDeliveries(db, [id])).get(id)
}

/** @returns those that there are, by their ids */
export async function findDeliveries(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Delivery>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(deliveries).where(anyOf(deliveries.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
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

/** Whether this call closed it. */
export async function closeDelivery(
  tx: Db,
  id: number,
  state: keyof typeof closable,
  now: Date,
): Promise<boolean> {
  return (await closeDeliveries(tx, [id], state, now)).has(id)
}

/**
 * Deliveries of different people, at most one of each. In a week's bundle the reminder passes on to
 * the next lesson that stands open.
 *
 * @returns those that this call closed
 */
export async function closeDeliveries(
  tx: Db,
  ids: readonly number[],
  state: keyof typeof closable,
  now: Date,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set()
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    with before as (
      select id, person_id, next_nudge_at from deliveries
      where id = any(${arrayOf(ids, 'bigint')})
        and state = any(${arrayOf([...closable[state]], 'text')})
      order by id for update),
    closed as (
      update deliveries d set state = ${state}, closed_at = ${at(now)}, next_nudge_at = null
      from before b where d.id = b.id returning d.id),
    passed as (
      update deliveries d set next_nudge_at = b.next_nudge_at
      from before b where b.next_nudge_at is not null and d.id = (
        select o.id from deliveries o
        where o.person_id = b.person_id and o.state = 'open' and o.id <> b.id
        order by o.bundle_place limit 1))
    select id from closed`,
  )
  return new Set(rows.map((row) => Number(row.id)))
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

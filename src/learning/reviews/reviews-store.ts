import { and, eq, sql } from 'drizzle-orm'
import { bundlesFrom } from '../../messaging/index.ts'
import { anyOf, arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import { reviews } from '../schema.ts'

export type Review = typeof reviews.$inferSelect

/** What the view of a review needs; references only. */
export interface ReviewArgs extends Record<string, unknown> {
  readonly reviewId: number
  readonly questionId: string
  readonly questionHash: string
  /** Asks how sure the person is. */
  readonly confidence?: boolean
}

/** @returns those that there are, by their ids */
export async function findReviews(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Review>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(reviews).where(anyOf(reviews.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function markReviewsSent(tx: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(sql`
    update reviews set sent_at = coalesce(sent_at, ${at(now)})
    where id = any(${arrayOf(ids, 'bigint')})`)
}

/** Never arrived: the card stays due, and its turn comes again. */
export async function markReviewsUndelivered(
  tx: Db,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(reviews)
    .set({ state: 'undelivered', closedAt: now })
    .where(and(anyOf(reviews.id, ids), eq(reviews.state, 'open')))
}

/** An answer counts also for a review that had expired, or was thought not to arrive. */
export async function closeReviews(tx: Db, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx.update(reviews).set({ state: 'answered', closedAt: now }).where(anyOf(reviews.id, ids))
}

export interface Practice {
  readonly personId: string
  readonly chatId: number
  /** The person's civil day. */
  readonly day: string
  readonly count: number
  readonly now: Date
  readonly notAfter: Date
  readonly heldMs: number
}

/**
 * Up to `count` questions at once, for whoever asks for more: those that are due, then those that
 * will be soonest. Questions that stand open in the chat are not asked a second time.
 *
 * @returns rows of the outbox; none: there is nothing to practise
 */
export async function openPractice(tx: Db, practice: Practice): Promise<readonly number[]> {
  const { personId, chatId, day, count, now, notAfter, heldMs } = practice
  const [row] = await rowsOf<{ rows: string[] | null }>(
    tx,
    sql`
    with wanted as (
      select c.question_id, lq.hash as question_hash, row_number() over (
        order by c.due_day <= ${day} desc, c.lapsed desc, c.due_day, c.question_id) as rank
      from review_cards c join live_questions lq on lq.question_id = c.question_id
      where c.person_id = ${personId} and not exists (
        select 1 from reviews r where r.person_id = c.person_id
          and r.question_id = c.question_id and r.state = 'open')
      order by rank limit ${count}),
    reviewed as (
      insert into reviews (person_id, question_id, question_hash, cause, state, day, created_at)
      select ${personId}::uuid, question_id, question_hash, 'practice', 'open', ${day}::date,
        ${at(now)} from wanted
      returning id, question_id),
    one as (select gen_random_uuid() as bundle_id, count(*) as reviews from reviewed),
    sent as (${bundlesFrom(
      sql`
      select 'reply' as lane, part.kind, part.args, ${personId}::uuid as person_id,
        ${chatId}::bigint as chat_id, one.bundle_id, part.n as bundle_position,
        ${at(notAfter)} as not_after, ${day}::date as sound_day, part.key as dedupe_key
      from one cross join lateral (
        select 'reviews' as kind, 0 as n, null as key,
          jsonb_build_object('reviews', one.reviews, 'practice', true) as args
        where one.reviews > 0
        union all
        select 'review', w.rank::int, 'review:' || r.id, jsonb_build_object('reviewId', r.id,
          'questionId', w.question_id, 'questionHash', w.question_hash)
        from reviewed r join wanted w on w.question_id = r.question_id) part`,
      { now, heldMs },
    )})
    select array_agg(id order by id) as rows from sent`,
  )
  return (row?.rows ?? []).map(Number)
}

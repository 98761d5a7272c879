import { and, eq, sql, type SQL } from 'drizzle-orm'
import { anyOf, arrayOf, at, type Db, rowsOf } from '../platform/db/index.ts'
import { earlyAnswers, polls, type answers } from './schema.ts'

/** What a poll asks: the question of a lesson's day, one that came again, or one that measures. */
export type Occasion =
  | { readonly kind: 'lesson'; readonly deliveryId: number }
  | { readonly kind: 'review'; readonly reviewId: number }
  | { readonly kind: 'assessment'; readonly itemId: number }

/** The kind of an outbox row whose quiz is only looked at: an answer to it is not kept. */
export const PREVIEW_QUIZ = 'preview-quiz'

export interface PollPlace {
  readonly personId: string
  readonly occasion: Occasion
  readonly optionKeys: Readonly<Record<string, string>>
  readonly messageId: number
}

/** @returns those that are known, by their ids */
export async function findPolls(
  db: Db,
  pollIds: readonly string[],
): Promise<ReadonlyMap<string, PollPlace>> {
  const rows = await db
    .select({
      pollId: polls.pollId,
      personId: polls.personId,
      deliveryId: polls.deliveryId,
      reviewId: polls.reviewId,
      itemId: polls.itemId,
      optionKeys: polls.optionKeys,
      messageId: polls.messageId,
    })
    .from(polls)
    .where(anyOf(polls.pollId, pollIds))
  return new Map(
    rows.map((row) => {
      const { pollId, personId, optionKeys, messageId } = row
      return [pollId, { personId, occasion: occasionOf(row), optionKeys, messageId }]
    }),
  )
}

/** How an occasion stands in a row: exactly one is not null, and a check of the table sees to it. */
export interface OccasionIds {
  readonly deliveryId: number | null
  readonly reviewId: number | null
  readonly itemId: number | null
}

function occasionOf({ deliveryId, reviewId, itemId }: OccasionIds): Occasion {
  if (deliveryId !== null) return { kind: 'lesson', deliveryId }
  if (reviewId !== null) return { kind: 'review', reviewId }
  if (itemId !== null) return { kind: 'assessment', itemId }
  throw new Error('A poll that belongs to nothing')
}

export function idsOf(occasion: Occasion): OccasionIds {
  return {
    deliveryId: occasion.kind === 'lesson' ? occasion.deliveryId : null,
    reviewId: occasion.kind === 'review' ? occasion.reviewId : null,
    itemId: occasion.kind === 'assessment' ? occasion.itemId : null,
  }
}

export async function storePoll(
  tx: Db,
  poll: PollPlace & { readonly pollId: string; readonly now: Date },
): Promise<void> {
  const { now, occasion, ...rest } = poll
  await tx
    .insert(polls)
    .values({ ...rest, ...idsOf(occasion), createdAt: now })
    .onConflictDoNothing()
}

export type NewAnswer = typeof answers.$inferInsert

/**
 * Answers of different people, at most one of each.
 *
 * @returns whose was the first answer of its occasion; a later one counts nothing
 */
export async function insertAnswers(
  tx: Db,
  given: readonly NewAnswer[],
): Promise<ReadonlySet<string>> {
  if (given.length === 0) return new Set()
  const column = (pick: (one: NewAnswer) => string | number | boolean | null, type: string): SQL =>
    arrayOf(given.map(pick), type)
  const inserted = await rowsOf<{ person_id: string }>(
    tx,
    sql`
    insert into answers (person_id, question_id, question_hash, occasion, delivery_id, review_id,
      item_id, option_key, correct, sure, answered_at)
    select * from unnest(
      ${column(({ personId }) => personId, 'uuid')},
      ${column(({ questionId }) => questionId, 'text')},
      ${column(({ questionHash }) => questionHash, 'text')},
      ${column(({ occasion }) => occasion, 'text')},
      ${column(({ deliveryId }) => deliveryId ?? null, 'bigint')},
      ${column(({ reviewId }) => reviewId ?? null, 'bigint')},
      ${column(({ itemId }) => itemId ?? null, 'bigint')},
      ${column(({ optionKey }) => optionKey, 'text')},
      ${column(({ correct }) => correct, 'boolean')},
      ${column(({ sure }) => sure ?? null, 'boolean')},
      ${column(({ answeredAt }) => answeredAt.toISOString(), 'timestamptz')})
    on conflict (person_id, question_id, occasion) do nothing
    returning person_id`,
  )
  return new Set(inserted.map((row) => row.person_id))
}

export interface EarlyAnswer {
  readonly pollId: string
  readonly telegramId: number
  readonly persistentIds: readonly string[] | undefined
  readonly positions: readonly number[]
  readonly receivedAt: Date
}

/**
 * A quiz is answered once; in a poll of an announcement the latest vote is what somebody chose. Kept
 * while its person is there and stays until it is written: an account whose person is erased in that
 * instant must not come back with it.
 *
 * @returns false where the person is gone
 */
export async function keepEarlyAnswer(
  tx: Db,
  { personId, ...answer }: EarlyAnswer & { readonly personId: string },
): Promise<boolean> {
  const { pollId, telegramId, receivedAt } = answer
  const held = await rowsOf(tx, sql`select 1 from people where id = ${personId} for key share`)
  if (held.length === 0) return false
  const chosen = {
    persistentIds: [...(answer.persistentIds ?? [])],
    positions: [...answer.positions],
    receivedAt,
  }
  await tx
    .insert(earlyAnswers)
    .values({ pollId, telegramId, ...chosen })
    .onConflictDoUpdate({ target: [earlyAnswers.pollId, earlyAnswers.telegramId], set: chosen })
  return true
}

/** Takes away the answer that arrived before its poll was known. */
export async function takeEarlyAnswer(
  tx: Db,
  pollId: string,
  telegramId: number,
): Promise<EarlyAnswer | undefined> {
  const [row] = await tx
    .delete(earlyAnswers)
    .where(and(eq(earlyAnswers.pollId, pollId), eq(earlyAnswers.telegramId, telegramId)))
    .returning()
  return row
}

/**
 * Takes away the answers whose poll is known after all, and is their person's. The response to a send
 * and the vote may come within the same milliseconds: while the vote's transaction finds no poll, that
 * of the response finds no vote, and neither sees the other.
 */
export async function takeOvertakenAnswers(tx: Db): Promise<EarlyAnswer[]> {
  return tx
    .delete(earlyAnswers)
    .where(
      sql`exists (
        select 1 from polls l join people p on p.id = l.person_id
        where l.poll_id = ${earlyAnswers.pollId} and p.telegram_id = ${earlyAnswers.telegramId})`,
    )
    .returning()
}

/** Forgets answers to polls that turned out to count for nothing. */
export async function dropEarlyAnswers(tx: Db, pollIds: readonly string[]): Promise<void> {
  if (pollIds.length === 0) return
  await tx.delete(earlyAnswers).where(anyOf(earlyAnswers.pollId, pollIds))
}

export interface BindableAnswer extends EarlyAnswer {
  readonly personId: string
  readonly occasion: Occasion
}

/**
 * Answers to polls that stayed unknown, from people who have exactly one poll whose send had an
 * uncertain outcome: such an unknown poll is that one. Taken away as they are read.
 *
 * An unknown poll may also be a preview whose response was lost or is still to come. Nobody can tell
 * the two apart, and a preview must never count: such a person's answer is left alone.
 *
 * @param before answers received earlier; a newer one may only be ahead of its send's response
 */
export async function takeBindableAnswers(tx: Db, before: Date): Promise<BindableAnswer[]> {
  const rows = await rowsOf<{
    poll_id: string
    telegram_id: string
    persistent_ids: string[]
    positions: number[]
    received_at: string
    person_id: string
    delivery_id: string | null
    review_id: string | null
    item_id: string | null
  }>(
    tx,
    sql`
    with doubtful as (
      select o.person_id, (o.args ->> 'deliveryId')::bigint as delivery_id,
        (o.args ->> 'reviewId')::bigint as review_id, (o.args ->> 'itemId')::bigint as item_id
      from outbox o
      where o.person_id in (
          select p.id from early_answers e join people p on p.telegram_id = e.telegram_id)
        and o.kind in ('quiz', 'review', 'assessment-item')
        and exists (select 1 from outbox_attempts a
          where a.outbox_id = o.id and a.outcome = 'uncertain')
      group by 1, 2, 3, 4),
    asked as (
      select u.* from doubtful u where exists (
          select 1 from deliveries d where d.id = u.delivery_id and d.state = 'open')
        or exists (select 1 from reviews r where r.id = u.review_id and r.state = 'open')
        or exists (select 1 from assessment_items i where i.id = u.item_id and i.state = 'open')),
    bindable as (
      select e.id, min(p.id::text)::uuid as person_id, min(u.delivery_id) as delivery_id,
        min(u.review_id) as review_id, min(u.item_id) as item_id
      from early_answers e
      join people p on p.telegram_id = e.telegram_id
      join asked u on u.person_id = p.id
      where e.received_at <= ${at(before)}
        and not exists (
          select 1 from outbox o left join outbox_attempts a on a.outbox_id = o.id
          where o.person_id = p.id and o.kind = ${PREVIEW_QUIZ}
            and (o.state = 'sending' or a.outcome = 'uncertain' or a.poll_id = e.poll_id))
      group by e.id having count(*) = 1
    )
    delete from early_answers e using bindable b where e.id = b.id
    returning e.poll_id, e.telegram_id, e.persistent_ids, e.positions, e.received_at,
      b.person_id, b.delivery_id, b.review_id, b.item_id`,
  )
  const numberOf = (id: string | null): number | null => (id === null ? null : Number(id))
  return rows.map((row) => ({
    pollId: row.poll_id,
    telegramId: Number(row.telegram_id),
    persistentIds: row.persistent_ids,
    positions: row.positions,
    receivedAt: new Date(row.received_at),
    personId: row.person_id,
    occasion: occasionOf({
      deliveryId: numberOf(row.delivery_id),
      reviewId: numberOf(row.review_id),
      itemId: numberOf(row.item_id),
    }),
  }))
}

/** What nobody could be found for is forgotten after a day. */
export async function forgetEarlyAnswers(db: Db, before: Date): Promise<void> {
  await db.execute(sql`delete from early_answers where received_at < ${at(before)}`)
}

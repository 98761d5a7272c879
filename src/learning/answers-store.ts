import { and, eq, inArray, sql } from 'drizzle-orm'
import { at, type Db, rowsOf } from '../platform/db/index.ts'
import { answers, earlyAnswers, polls } from './schema.ts'

/** The kind of an outbox row whose quiz is only looked at: an answer to it is not kept. */
export const PREVIEW_QUIZ = 'preview-quiz'

export interface PollPlace {
  readonly personId: string
  readonly deliveryId: number
  readonly optionKeys: Readonly<Record<string, string>>
}

export async function findPoll(db: Db, pollId: string): Promise<PollPlace | undefined> {
  const [row] = await db
    .select({
      personId: polls.personId,
      deliveryId: polls.deliveryId,
      optionKeys: polls.optionKeys,
    })
    .from(polls)
    .where(eq(polls.pollId, pollId))
  return row
}

export async function storePoll(
  tx: Db,
  poll: PollPlace & { readonly pollId: string; readonly messageId: number; readonly now: Date },
): Promise<void> {
  const { now, ...rest } = poll
  await tx
    .insert(polls)
    .values({ ...rest, createdAt: now })
    .onConflictDoNothing()
}

/** @returns whether it was the first answer of that occasion; a later one counts nothing. */
export async function insertAnswer(tx: Db, answer: typeof answers.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(answers)
    .values(answer)
    .onConflictDoNothing({ target: [answers.personId, answers.questionId, answers.occasion] })
    .returning({ id: answers.id })
  return inserted.length > 0
}

export interface EarlyAnswer {
  readonly pollId: string
  readonly telegramId: number
  readonly persistentIds: readonly string[] | undefined
  readonly positions: readonly number[]
  readonly receivedAt: Date
}

export async function keepEarlyAnswer(tx: Db, answer: EarlyAnswer): Promise<void> {
  await tx
    .insert(earlyAnswers)
    .values({
      ...answer,
      persistentIds: [...(answer.persistentIds ?? [])],
      positions: [...answer.positions],
    })
    .onConflictDoNothing()
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

/** Forgets answers to polls that turned out to count for nothing. */
export async function dropEarlyAnswers(tx: Db, pollIds: readonly string[]): Promise<void> {
  if (pollIds.length === 0) return
  await tx.delete(earlyAnswers).where(inArray(earlyAnswers.pollId, [...pollIds]))
}

export interface BindableAnswer extends EarlyAnswer {
  readonly personId: string
  readonly deliveryId: number
}

/**
 * Answers to polls that stayed unknown, from people who have exactly one quiz whose send had an
 * uncertain outcome: such an unknown poll is that quiz. Taken away as they are read.
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
    delivery_id: string
  }>(
    tx,
    sql`
    with bindable as (
      select e.id, min(p.id::text)::uuid as person_id, min(d.id) as delivery_id
      from early_answers e
      join people p on p.telegram_id = e.telegram_id
      join deliveries d on d.person_id = p.id and d.state = 'open'
      where e.received_at <= ${at(before)}
        and exists (
          select 1 from outbox o join outbox_attempts a on a.outbox_id = o.id
          where o.person_id = p.id and o.kind = 'quiz' and a.outcome = 'uncertain'
            and (o.args ->> 'deliveryId')::bigint = d.id)
        and not exists (
          select 1 from outbox o left join outbox_attempts a on a.outbox_id = o.id
          where o.person_id = p.id and o.kind = ${PREVIEW_QUIZ}
            and (o.state = 'sending' or a.outcome = 'uncertain' or a.poll_id = e.poll_id))
      group by e.id having count(*) = 1
    )
    delete from early_answers e using bindable b where e.id = b.id
    returning e.poll_id, e.telegram_id, e.persistent_ids, e.positions, e.received_at,
      b.person_id, b.delivery_id`,
  )
  return rows.map((row) => ({
    pollId: row.poll_id,
    telegramId: Number(row.telegram_id),
    persistentIds: row.persistent_ids,
    positions: row.positions,
    receivedAt: new Date(row.received_at),
    personId: row.person_id,
    deliveryId: Number(row.delivery_id),
  }))
}

/** What nobody could be found for is forgotten after a day. */
export async function forgetEarlyAnswers(db: Db, before: Date): Promise<void> {
  await db.execute(sql`delete from early_answers where received_at < ${at(before)}`)
}

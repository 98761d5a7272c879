import { eq, sql } from 'drizzle-orm'
import { asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import { practiceQuestions } from './schema.ts'

export interface RisingQuestion {
  readonly id: number
  readonly personId: string
  /** Of the asker now. */
  readonly chatId: number
  readonly standsAt: string | null
}

/** Takes up to `limit` questions that waited a working day, locked until the transaction ends. */
export async function takeRising(tx: Db, now: Date, limit: number): Promise<RisingQuestion[]> {
  const rows = await rowsOf<{
    id: string
    person_id: string
    chat_id: string
    stands_at: string | null
  }>(
    tx,
    sql`
    select q.id, q.person_id, p.chat_id, q.stands_at
    from practice_questions q join people p on p.id = q.person_id
    where q.answered_at is null and q.rises_at <= ${at(now)}
      and (q.taken_by is null or q.taken_until <= ${at(now)})
    order by q.rises_at, q.id limit ${limit} for update of q skip locked`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    standsAt: row.stands_at,
  }))
}

export async function moveQuestion(
  tx: Db,
  id: number,
  to: { readonly standsAt: string | null; readonly risesAt: Date | null },
): Promise<void> {
  await tx.update(practiceQuestions).set(to).where(eq(practiceQuestions.id, id))
}

/** The next moment at which a question rises or is free again; undefined: none waits. */
export async function earliestRising(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`
    select least(
      (select min(taken_until) from practice_questions
        where answered_at is null and taken_until is not null),
      (select min(rises_at) from practice_questions
        where answered_at is null and rises_at is not null and taken_until is null)) as next`,
  )
  return row?.next === null || row === undefined ? undefined : asDate(row.next)
}

import { and, eq, sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../platform/db/index.ts'
import { findPeople, withinReach } from '../people/index.ts'
import { practiceQuestions, type AnswererRole } from './schema.ts'
import { freeFor } from './taking-store.ts'

export type Question = typeof practiceQuestions.$inferSelect

export interface NewQuestion {
  readonly personId: string
  readonly lessonId: string | null
  /** Masked. */
  readonly text: string
  /** Her chat, and her message in it; null: not known. */
  readonly askedIn: number | null
  readonly messageId: number | null
  readonly standsAt: string | null
  readonly risesAt: Date | null
}

export async function keepQuestion(tx: Db, question: NewQuestion, now: Date): Promise<number> {
  const [row] = await tx
    .insert(practiceQuestions)
    .values({ ...question, askedAt: now })
    .returning({ id: practiceQuestions.id })
  if (row === undefined) throw new Error('The new question was not returned')
  return row.id
}

export interface AskedQuestion extends Question {
  readonly name: string
  readonly unit: string | null
  readonly chatId: number
}

/** A question that this person may see: her own units' and those below, without her own. */
export async function findQuestion(
  db: Db,
  { id, viewerId }: { readonly id: number; readonly viewerId: string },
): Promise<AskedQuestion | undefined> {
  const [found] = await seen(db, sql`q.id = ${id}`, viewerId, 0)
  return found?.question
}

/** One's own question. */
export async function findOwnQuestion(
  db: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
): Promise<Question | undefined> {
  const [row] = await db
    .select()
    .from(practiceQuestions)
    .where(and(eq(practiceQuestions.id, id), eq(practiceQuestions.personId, personId)))
  return row
}

/** The open questions that this person may answer, the oldest first. */
export async function openQuestions(
  db: Db,
  viewerId: string,
  { offset }: { readonly offset: number },
): Promise<{ readonly total: number; readonly question: AskedQuestion | undefined }> {
  const [found] = await seen(db, sql`q.answered_at is null`, viewerId, offset)
  return { total: found?.total ?? 0, question: found?.question }
}

async function seen(
  db: Db,
  which: ReturnType<typeof sql>,
  viewerId: string,
  offset: number,
): Promise<{ question: AskedQuestion; total: number }[]> {
  const rows = await rowsOf<{
    id: string
    name: string
    unit: string | null
    chat_id: string
    total: string
  }>(
    db,
    sql`
    select q.id, p.name, u.name as unit, p.chat_id, count(*) over () as total
    from practice_questions q
    join people p on p.id = q.person_id
    left join units u on u.id = p.unit_id
    where ${which} and q.person_id <> ${viewerId} and ${withinReach(viewerId)}
    order by q.asked_at, q.id
    offset ${offset} limit 1`,
  )
  const [row] = rows
  if (row === undefined) return []
  const [question] = await db
    .select()
    .from(practiceQuestions)
    .where(eq(practiceQuestions.id, Number(row.id)))
  if (question === undefined) return []
  const { name, unit } = row
  return [
    {
      question: { ...question, name, unit, chatId: Number(row.chat_id) },
      total: Number(row.total),
    },
  ]
}

export interface NewAnswer {
  readonly id: number
  /** Masked. */
  readonly text: string
  readonly by: string
  readonly as: AnswererRole
}

/** The first answer counts. @returns undefined: answered already, taken by another, or withdrawn */
export async function keepAnswer(
  tx: Db,
  { id, text, by, as }: NewAnswer,
  now: Date,
): Promise<{ readonly personId: string; readonly chatId: number } | undefined> {
  const [answered] = await tx
    .update(practiceQuestions)
    .set({
      answer: text,
      answeredAt: now,
      answeredBy: by,
      answeredAs: as,
      takenBy: null,
      takenAs: null,
      takenUntil: null,
    })
    .where(and(eq(practiceQuestions.id, id), freeFor(by, now)))
    .returning({ personId: practiceQuestions.personId })
  if (answered === undefined) return undefined
  const person = (await findPeople(tx, [answered.personId])).get(answered.personId)
  return person === undefined ? undefined : { personId: answered.personId, chatId: person.chatId }
}

/** The row is gone, with question and answer. @returns whether it was there and hers */
export async function dropQuestion(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
): Promise<boolean> {
  const gone = await tx
    .delete(practiceQuestions)
    .where(and(eq(practiceQuestions.id, id), eq(practiceQuestions.personId, personId)))
    .returning({ id: practiceQuestions.id })
  return gone.length > 0
}

/** The numbers of somebody's questions, answered or not. */
export async function ownQuestions(db: Db, personId: string): Promise<number[]> {
  const rows = await db
    .select({ id: practiceQuestions.id })
    .from(practiceQuestions)
    .where(eq(practiceQuestions.personId, personId))
    .orderBy(practiceQuestions.id)
  return rows.map(({ id }) => id)
}

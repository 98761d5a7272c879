import { and, eq, isNotNull, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { practiceQuestions, type AnswererRole } from './schema.ts'

/** Whoever is writing the answer to a question. */
export interface Holder {
  readonly personId: string
  readonly as: AnswererRole
}

type Held = Pick<
  typeof practiceQuestions.$inferSelect,
  'answeredAt' | 'takenBy' | 'takenAs' | 'takenUntil'
>

/** Who has taken it at `now`; undefined: it is free, or answered. */
export function holderOf(question: Held, now: Date): Holder | undefined {
  const { answeredAt, takenBy, takenAs, takenUntil } = question
  if (answeredAt !== null || takenBy === null || takenAs === null) return undefined
  return takenUntil !== null && takenUntil > now ? { personId: takenBy, as: takenAs } : undefined
}

/** Not answered, and in nobody else's hands: the same rule as `holderOf`, where two ask at once. */
export function freeFor(personId: string, now: Date): SQL | undefined {
  return and(
    isNull(practiceQuestions.answeredAt),
    or(
      isNull(practiceQuestions.takenBy),
      eq(practiceQuestions.takenBy, personId),
      lte(practiceQuestions.takenUntil, now),
    ),
  )
}

export interface Taking {
  readonly id: number
  readonly by: string
  readonly as: AnswererRole
  readonly until: Date
}

/**
 * Takes a question, so that nobody else writes an answer meanwhile; taking it again goes on. Of two
 * at once the first to commit has it.
 *
 * @returns whether it is this person's now
 */
export async function holdQuestion(
  tx: Db,
  { id, by, as, until }: Taking,
  now: Date,
): Promise<boolean> {
  const held = await tx
    .update(practiceQuestions)
    .set({ takenBy: by, takenAs: as, takenUntil: until })
    .where(and(eq(practiceQuestions.id, id), freeFor(by, now)))
    .returning({ id: practiceQuestions.id })
  return held.length > 0
}

const FREE = { takenBy: null, takenAs: null, takenUntil: null } as const

/** Gives a question back. @returns whether this person had it */
export async function giveBack(
  tx: Db,
  { id, by }: { readonly id: number; readonly by: string },
): Promise<boolean> {
  const free = await tx
    .update(practiceQuestions)
    .set(FREE)
    .where(
      and(
        eq(practiceQuestions.id, id),
        eq(practiceQuestions.takenBy, by),
        isNull(practiceQuestions.answeredAt),
      ),
    )
    .returning({ id: practiceQuestions.id })
  return free.length > 0
}

/** Nobody writes two answers at once: all that this person has taken but one is free. @returns those */
export async function giveBackOthers(
  tx: Db,
  { id, by }: { readonly id: number; readonly by: string },
): Promise<number[]> {
  const free = await tx
    .update(practiceQuestions)
    .set(FREE)
    .where(
      and(
        ne(practiceQuestions.id, id),
        eq(practiceQuestions.takenBy, by),
        isNull(practiceQuestions.answeredAt),
      ),
    )
    .returning({ id: practiceQuestions.id })
  return free.map((row) => row.id)
}

/**
 * Frees what was taken and not answered in time, or by somebody who may answer nothing any more.
 *
 * @returns those questions
 */
export async function freeOverdue(tx: Db, now: Date): Promise<number[]> {
  const free = await tx
    .update(practiceQuestions)
    .set(FREE)
    .where(
      and(
        isNull(practiceQuestions.answeredAt),
        isNotNull(practiceQuestions.takenUntil),
        or(
          lte(practiceQuestions.takenUntil, now),
          sql`not exists (select 1 from roles r where r.person_id = ${practiceQuestions.takenBy})`,
        ),
      ),
    )
    .returning({ id: practiceQuestions.id })
  return free.map((row) => row.id)
}

import { readCalendar, readRhythm } from '../learning/index.ts'
import type { Db } from '../platform/db/index.ts'
import { answerersFor, type AnsweredBy } from './answerers-store.ts'
import { bringQuestion } from './bring-question.ts'
import { heldUntil, risesAt } from './question-times.ts'
import { findQuestion, keepQuestion, type NewQuestion } from './questions-store.ts'
import type { AnswererRole } from './schema.ts'
import { giveBackOthers, holderOf, holdQuestion, type Holder } from './taking-store.ts'

export interface Asked {
  readonly questionId: number
  readonly as: AnsweredBy
  /** Rows of the outbox that may go at once. */
  readonly rows: readonly number[]
}

/** Keeps a question and brings it to whoever may answer; nobody there yet: it waits. */
export async function askQuestion(
  tx: Db,
  question: Omit<NewQuestion, 'standsAt' | 'risesAt'>,
  now: Date,
): Promise<Asked> {
  const { as, unitId, people } = await answerersFor(tx, question.personId)
  const asker = await readRhythm(tx, question.personId, now)
  const rises = risesAt(asker.timezone, await readCalendar(tx, asker.calendarId), now)
  const questionId = await keepQuestion(
    tx,
    { ...question, standsAt: unitId, risesAt: as === 'admin' ? null : rises },
    now,
  )
  return { questionId, as, rows: await bringQuestion(tx, questionId, people, now) }
}

/** What came of pressing the button to answer. */
export type Taken =
  | {
      readonly kind: 'taken'
      /** What she had taken before, and has no more. */ readonly left: readonly number[]
    }
  | { readonly kind: 'held'; readonly holder: Holder }
  | { readonly kind: 'answered' | 'gone' }

/** Takes a question that this person may answer, until the next working day of its asker closes. */
export async function takeQuestion(
  tx: Db,
  { id, by, as }: { readonly id: number; readonly by: string; readonly as: AnswererRole },
  now: Date,
): Promise<Taken> {
  const question = await findQuestion(tx, { id, viewerId: by })
  if (question === undefined) return { kind: 'gone' }
  const asker = await readRhythm(tx, question.personId, now)
  const until = heldUntil(asker.timezone, await readCalendar(tx, asker.calendarId), now)
  if (await holdQuestion(tx, { id, by, as, until }, now)) {
    return { kind: 'taken', left: await giveBackOthers(tx, { id, by }) }
  }
  return whyNot(tx, { id, by }, now)
}

/** Why a question is not this person's to answer, as it stands now. */
export async function whyNot(
  tx: Db,
  { id, by }: { readonly id: number; readonly by: string },
  now: Date,
): Promise<Exclude<Taken, { kind: 'taken' }>> {
  const question = await findQuestion(tx, { id, viewerId: by })
  if (question === undefined) return { kind: 'gone' }
  const holder = holderOf(question, now)
  return holder === undefined ? { kind: 'answered' } : { kind: 'held', holder }
}

import { eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { answers, earlyAnswers, learners } from './schema.ts'

/** Whether a person has answered anything. */
export async function hasAnswered(db: Db, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: answers.id })
    .from(answers)
    .where(eq(answers.personId, personId))
    .limit(1)
  return row !== undefined
}

/** Nothing is planned for the person any more; what was learnt stays. */
export async function stopLearning(tx: Db, personId: string): Promise<void> {
  await tx.delete(learners).where(eq(learners.personId, personId))
}

/** Answers of an account that wait for their poll to be known. */
export async function forgetAnswersOf(tx: Db, telegramId: number): Promise<void> {
  await tx.delete(earlyAnswers).where(eq(earlyAnswers.telegramId, telegramId))
}

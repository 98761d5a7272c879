import type { Db } from '../../platform/db/index.ts'
import { civilDay } from '../calendar/civil-day.ts'
import { takeLearner } from '../learners-store.ts'
import { openPractice } from './reviews-store.ts'

export interface PracticeOptions {
  readonly now: Date
  readonly heldMs: number
  /** Fewer for who has little time. */
  readonly count?: number
}

/** As many as fit into three minutes. */
const QUESTIONS = 5

/** Asked for at any hour: it must arrive soon or not at all. */
const WORTH_MS = 3600_000

/**
 * More questions at once, for whoever wishes.
 *
 * @returns rows of the outbox; none: no question has been met so far, or all stand in the chat
 */
export async function askForPractice(
  tx: Db,
  personId: string,
  { now, heldMs, count = QUESTIONS }: PracticeOptions,
): Promise<readonly number[]> {
  const learner = await takeLearner(tx, personId, now)
  if (learner === undefined) return []
  return openPractice(tx, {
    personId,
    chatId: learner.chatId,
    day: civilDay(learner.timezone, now),
    count,
    now,
    notAfter: new Date(now.getTime() + WORTH_MS),
    heldMs,
  })
}

import { openMoment } from '../learning/index.ts'
import { insertMessages, type InsertOptions, type NewMessage } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { askedPeople, questionPrefix, type Answerer } from './answerers-store.ts'

/** A question, and its answer, wait out a weekend and a leave of a week. */
export const QUESTION_WORTH_MS = 10 * 24 * 3600_000

/** The key of the message that brings a question to somebody. */
export function questionKey(questionId: number, personId: string): string {
  return questionPrefix(questionId) + personId
}

/**
 * Brings a question to people, to each once: silently, and when something may come unasked.
 *
 * @returns the rows that may go at once
 */
export async function bringQuestion(
  tx: Db,
  questionId: number,
  people: readonly Answerer[],
  now: Date,
): Promise<number[]> {
  const atOnce: number[] = []
  for (const to of people) {
    const notBefore = await openMoment(tx, to.personId, now)
    const rows = await insertMessages(
      tx,
      [
        {
          lane: 'reply',
          kind: 'question',
          args: { questionId },
          ...to,
          notBefore,
          waitsFor: 'hours',
          notAfter: new Date(notBefore.getTime() + QUESTION_WORTH_MS),
          dedupeKey: questionKey(questionId, to.personId),
        },
      ],
      { now },
    )
    if (notBefore <= now) atOnce.push(...rows)
  }
  return atOnce
}

/**
 * Has every chat that a question was brought to say how it stands now: taken, free or answered. What
 * is still on its way says so by itself.
 *
 * @param except whose own chat says it already
 * @returns      the new rows
 */
export async function tellWhereItStands(
  tx: Db,
  questionId: number,
  except: string | null,
  options: InsertOptions,
): Promise<number[]> {
  const asked = await askedPeople(tx, questionPrefix(questionId))
  const others = asked.filter(({ personId }) => personId !== except)
  const edits = others.map((to): NewMessage => ({
    lane: 'reply',
    kind: 'question-standing',
    args: { questionId, ofKey: questionKey(questionId, to.personId) },
    ...to,
    notAfter: new Date(options.now.getTime() + QUESTION_WORTH_MS),
    supersedeKey: `question-standing:${questionId}:${to.personId}`,
  }))
  return insertMessages(tx, edits, options)
}

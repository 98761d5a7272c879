import { questionAt, type Catalogue } from '../content/index.ts'
import type { Ended } from '../messaging/index.ts'
import { findPeople, type Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { storePoll, takeEarlyAnswer } from './answers-store.ts'
import { markDelivered, markUndelivered } from './deliveries-store.ts'
import { optionKeysOf } from './grade.ts'
import type { LessonArgs } from './open-lessons.ts'
import { gradeVote, type Graded } from './receive-answer.ts'
import { sentPollOf } from './sent-poll.ts'

/**
 * What the ledger's word on lessons and quizzes means for learning: a quiz that was sent has a poll
 * that leads back to its delivery; a bundle that did not arrive makes its lesson due again.
 *
 * @returns answers that had arrived before their poll was known, graded now
 */
export async function lessonsEnded(
  tx: Db,
  catalogue: Catalogue,
  ended: readonly Ended[],
  now: Date,
): Promise<Graded[]> {
  const lessons = ended.filter((row) => row.kind === 'lesson')
  const quizzes = ended.filter((row) => row.kind === 'quiz')
  const arrived = (row: Ended): boolean => row.state === 'sent' || row.state === 'uncertain'
  await markDelivered(tx, idsOf(lessons.filter(arrived)), 'lesson', now)
  await markDelivered(tx, idsOf(quizzes.filter(arrived)), 'quiz', now)
  await markUndelivered(tx, idsOf([...lessons, ...quizzes].filter((row) => !arrived(row))), now)

  const sent = quizzes.filter((row) => row.state === 'sent')
  const people = await findPeople(
    tx,
    sent.flatMap((row) => (row.personId === null ? [] : [row.personId])),
  )
  const graded: Graded[] = []
  for (const row of sent) {
    const person = row.personId === null ? undefined : people.get(row.personId)
    const answer =
      person === undefined ? undefined : await bindPoll(tx, catalogue, row, person, now)
    if (answer !== undefined) graded.push(answer)
  }
  return graded
}

async function bindPoll(
  tx: Db,
  catalogue: Catalogue,
  row: Ended,
  person: Person,
  now: Date,
): Promise<Graded | undefined> {
  const poll = sentPollOf(row.result)
  if (poll === undefined || row.messageId === null) return undefined
  const args = row.args as LessonArgs
  const question = await questionAt(tx, catalogue, args.questionId, args.questionHash)
  const { options } = question.texts[person.locale] ?? question.texts.id
  const place = {
    personId: person.id,
    deliveryId: args.deliveryId,
    optionKeys: optionKeysOf({ options, answer: question.answer }, poll.options),
  }
  await storePoll(tx, { ...place, pollId: poll.id, messageId: row.messageId, now })
  const early = await takeEarlyAnswer(tx, poll.id, person.telegramId)
  if (early === undefined) return undefined
  const outcome = await gradeVote(tx, catalogue, place, early, early.receivedAt)
  return outcome.kind === 'graded' ? outcome : undefined
}

function idsOf(rows: readonly Ended[]): number[] {
  return rows.map((row) => (row.args as LessonArgs).deliveryId)
}

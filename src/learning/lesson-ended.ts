import { questionAt, type Catalogue } from '../content/index.ts'
import type { Ended } from '../messaging/index.ts'
import { findPeople, type Person } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { storePoll, takeEarlyAnswer, type Occasion } from './answers-store.ts'
import { markDelivered, markUndelivered } from './deliveries-store.ts'
import { optionKeysOf } from './grade.ts'
import { forgetItems, markItemsSent, type ItemArgs } from './assessment/items-store.ts'
import { forgetSurveys } from './assessment/surveys-store.ts'
import { askedBy } from './asked-by.ts'
import type { LessonArgs } from './open-lessons.ts'
import { gradeVotes, type Graded } from './grade-votes.ts'
import {
  markReviewsSent,
  markReviewsUndelivered,
  type ReviewArgs,
} from './reviews/reviews-store.ts'
import { sentPollOf } from './sent-poll.ts'

/**
 * What the ledger's word on lessons, quizzes and reviews means for learning: a poll that was sent
 * leads back to what it asks; a bundle that did not arrive makes its lesson due again.
 *
 * @returns answers that had arrived before their poll was known, graded now
 */
export async function lessonsEnded(
  tx: Db,
  catalogue: Catalogue,
  ended: readonly Ended[],
  now: Date,
): Promise<Graded[]> {
  const of = (kind: string): readonly Ended[] => ended.filter((row) => row.kind === kind)
  const lessons = of('lesson')
  const quizzes = of('quiz')
  const reviews = of('review')
  const items = of('assessment-item')
  const arrived = (row: Ended): boolean => row.state === 'sent' || row.state === 'uncertain'
  const lost = (row: Ended): boolean => !arrived(row)
  await markDelivered(tx, deliveriesOf(lessons.filter(arrived)), 'lesson', now)
  await markDelivered(tx, deliveriesOf(quizzes.filter(arrived)), 'quiz', now)
  await markUndelivered(tx, deliveriesOf([...lessons, ...quizzes].filter(lost)), now)
  await markReviewsSent(tx, reviewsOf(reviews.filter(arrived)), now)
  await markReviewsUndelivered(tx, reviewsOf(reviews.filter(lost)), now)
  await markItemsSent(tx, itemsOf(items.filter(arrived)), now)
  await forgetItems(tx, itemsOf(items.filter(lost)))
  await forgetSurveys(tx, of('survey').filter(lost))

  const sent = [...quizzes, ...reviews, ...items].filter((row) => row.state === 'sent')
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
  const args = row.args as LessonArgs | ReviewArgs | ItemArgs
  const question = await questionAt(tx, catalogue, args.questionId, args.questionHash)
  const confidence = args['confidence'] === true
  const place = {
    personId: person.id,
    occasion: occasionOf(args),
    optionKeys: optionKeysOf(askedBy(question, { person, confidence }), poll.options),
    messageId: row.messageId,
  }
  await storePoll(tx, { ...place, pollId: poll.id, now })
  const early = await takeEarlyAnswer(tx, poll.id, person.telegramId)
  if (early === undefined) return undefined
  const vote = { poll: place, vote: early }
  const [outcome] = await gradeVotes(tx, catalogue, [vote], early.receivedAt)
  return outcome?.kind === 'graded' ? outcome : undefined
}

function occasionOf(args: LessonArgs | ReviewArgs | ItemArgs): Occasion {
  if ('itemId' in args) return { kind: 'assessment', itemId: (args as ItemArgs).itemId }
  if ('reviewId' in args) return { kind: 'review', reviewId: (args as ReviewArgs).reviewId }
  return { kind: 'lesson', deliveryId: args.deliveryId }
}

function deliveriesOf(rows: readonly Ended[]): number[] {
  return rows.map((row) => (row.args as LessonArgs).deliveryId)
}

function reviewsOf(rows: readonly Ended[]): number[] {
  return rows.map((row) => (row.args as ReviewArgs).reviewId)
}

function itemsOf(rows: readonly Ended[]): number[] {
  return rows.map((row) => (row.args as ItemArgs).itemId)
}

import { questionAt, type Catalogue, type Question } from '../content/index.ts'
import { cancelMessages } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { idsOf, insertAnswers, type NewAnswer, type Occasion } from './answers-store.ts'
import { askedBy } from './asked-by.ts'
import { closeItems, findItems } from './assessment/items-store.ts'
import { readChoice } from './confidence.ts'
import { closeDeliveries, findDeliveries } from './deliveries-store.ts'
import { chosenKey, type Vote } from './grade.ts'
import { keysOf } from './open-lessons.ts'
import { rememberAnswers } from './reviews/remember-answers.ts'
import { closeReviews, findReviews } from './reviews/reviews-store.ts'

export interface Graded {
  readonly personId: string
  readonly occasion: Occasion
  readonly questionId: string
  readonly questionHash: string
  readonly optionKey: string
  readonly correct: boolean
  /** How sure the person was; null: not asked, and Telegram itself has shown what was right. */
  readonly sure: boolean | null
  /** The poll's message in the chat; null where the response to its send was lost. */
  readonly messageId: number | null
}

/** A vote, and the quiz that it is for, known to be the voter's. */
export interface PlacedVote {
  readonly poll: {
    readonly personId: string
    readonly occasion: Occasion
    readonly optionKeys?: Readonly<Record<string, string>>
    readonly messageId?: number
  }
  readonly vote: Vote
}

export type GradeOutcome =
  | ({ readonly kind: 'graded' } & Graded)
  /** The same occasion was answered before; counted once. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'nothing' }

interface Read {
  readonly question: Question
  readonly answer: NewAnswer
  readonly graded: Graded
}

/**
 * Grades votes of different people, at most one of each, and keeps what they say about memory: a
 * handful of statements, however many votes there are.
 *
 * @returns what became of each, in their order
 */
export async function gradeVotes(
  tx: Db,
  catalogue: Catalogue,
  votes: readonly PlacedVote[],
  answeredAt: Date,
): Promise<GradeOutcome[]> {
  const read = await readVotes(tx, catalogue, votes, answeredAt)
  const first = await insertAnswers(
    tx,
    read.flatMap((one) => one?.answer ?? []),
  )
  const counted = read.filter((one) => one !== undefined && first.has(one.graded.personId))
  const graded = counted.flatMap((one) => one ?? [])
  await close(
    tx,
    graded.map((one) => one.graded.occasion),
    answeredAt,
  )
  await rememberAnswers(tx, graded.flatMap(remembered), answeredAt)
  return read.map((one) => {
    if (one === undefined) return { kind: 'nothing' }
    return counted.includes(one) ? { kind: 'graded', ...one.graded } : { kind: 'repeated' }
  })
}

/** What only measures says nothing to the scheduler: nobody is to see an item of a form again. */
function remembered({ question, graded }: Read): Parameters<typeof rememberAnswers>[1][number][] {
  const { personId, occasion, correct, sure } = graded
  if (occasion.kind === 'assessment') return []
  const lesson = occasion.kind === 'lesson' ? { lessonId: question.lessonId } : {}
  return [{ personId, questionId: question.id, correct, sure, ...lesson }]
}

/** Undefined where nothing was asked, or nothing chosen that was asked. */
async function readVotes(
  tx: Db,
  catalogue: Catalogue,
  votes: readonly PlacedVote[],
  answeredAt: Date,
): Promise<(Read | undefined)[]> {
  const askedAt = await findAsked(
    tx,
    votes.map(({ poll }) => poll.occasion),
  )
  const people = await findPeople(
    tx,
    votes.map(({ poll }) => poll.personId),
  )
  const read: (Read | undefined)[] = []
  for (const { poll, vote } of votes) {
    const { personId, occasion } = poll
    const asked = askedAt(occasion)
    const person = people.get(personId)
    if (asked === undefined || person === undefined) {
      read.push(undefined)
      continue
    }
    const question = await questionAt(tx, catalogue, asked.questionId, asked.questionHash)
    // The quiz was sent in the person's language; the keys and their order are the same in each.
    const choice = chosenKey(askedBy(question, { ...asked, person }), poll.optionKeys, vote)
    read.push(
      choice === undefined ? undefined : readOne({ poll, asked, question, choice, answeredAt }),
    )
  }
  return read
}

function readOne(chosen: {
  readonly poll: PlacedVote['poll']
  readonly asked: AskedPlace
  readonly question: Question
  readonly choice: string
  readonly answeredAt: Date
}): Read {
  const { poll, asked, question, choice, answeredAt } = chosen
  const { personId, occasion } = poll
  const { key: optionKey, sure } = readChoice(choice)
  const correct = optionKey === question.answer
  const [questionId, questionHash] = [question.id, question.hash]
  const said = { personId, questionId, questionHash, optionKey, correct, sure }
  return {
    question,
    answer: {
      ...said,
      ...idsOf(occasion),
      occasion: `${occasion.kind}:${asked.id}`,
      answeredAt,
    },
    graded: { ...said, occasion, messageId: poll.messageId ?? null },
  }
}

interface AskedPlace {
  readonly id: number
  readonly questionId: string
  readonly questionHash: string
  /** It asked how sure the person is. */
  readonly confidence?: boolean
}

/** Ids of occasions, by their kind. */
function idsByKind(occasions: readonly Occasion[]) {
  const ids = { lesson: [] as number[], review: [] as number[], assessment: [] as number[] }
  for (const occasion of occasions) {
    if (occasion.kind === 'lesson') ids.lesson.push(occasion.deliveryId)
    else if (occasion.kind === 'review') ids.review.push(occasion.reviewId)
    else ids.assessment.push(occasion.itemId)
  }
  return ids
}

/** What each poll asked, and in which wording. */
async function findAsked(
  tx: Db,
  occasions: readonly Occasion[],
): Promise<(occasion: Occasion) => AskedPlace | undefined> {
  const ids = idsByKind(occasions)
  const deliveries = await findDeliveries(tx, ids.lesson)
  const reviews = await findReviews(tx, ids.review)
  const items = await findItems(tx, ids.assessment)
  return (occasion) => {
    if (occasion.kind === 'lesson') return deliveries.get(occasion.deliveryId)
    if (occasion.kind === 'review') return reviews.get(occasion.reviewId)
    return items.get(occasion.itemId)
  }
}

/** What was asked is answered, and what of it still waits to be sent is not sent any more. */
async function close(tx: Db, occasions: readonly Occasion[], now: Date): Promise<void> {
  const ids = idsByKind(occasions)
  await closeItems(tx, ids.assessment, now)
  await closeReviews(tx, ids.review, now)
  await closeDeliveries(tx, ids.lesson, 'answered', now)
  const deliveries = await findDeliveries(tx, ids.lesson)
  const keys = [
    ...ids.assessment.map((id) => `assessment:${id}`),
    ...ids.review.map((id) => `review:${id}`),
    ...[...deliveries.values()].flatMap(keysOf),
  ]
  await cancelMessages(tx, keys, 'answered', now)
}

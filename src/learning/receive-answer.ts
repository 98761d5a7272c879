import { questionAt, type Catalogue } from '../content/index.ts'
import { kindOfPoll } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import { cancelMessages } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import { closeItem, findItem } from './assessment/items-store.ts'
import { readChoice } from './confidence.ts'
import {
  findPoll,
  idsOf,
  insertAnswer,
  keepEarlyAnswer,
  PREVIEW_QUIZ,
  takeBindableAnswers,
  type Occasion,
  type PollPlace,
} from './answers-store.ts'
import { closeDelivery, findDelivery } from './deliveries-store.ts'
import { askedBy } from './asked-by.ts'
import { chosenKey, type Vote } from './grade.ts'
import { withdrawLesson } from './open-lessons.ts'
import { rememberAnswer } from './reviews/remember-answer.ts'
import { closeReview, findReview } from './reviews/reviews-store.ts'

export interface ReceivedVote extends Vote {
  readonly pollId: string
  /** Telegram's id of whoever voted. */
  readonly telegramId: number
}

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

export type AnswerOutcome =
  | ({ readonly kind: 'graded' } & Graded)
  /** The same occasion was answered before; counted once. */
  | { readonly kind: 'repeated' }
  /** The poll is not known (yet); kept until it is. */
  | { readonly kind: 'early' }
  /** Somebody else's quiz, e.g. a forwarded one: not scored. */
  | { readonly kind: 'stranger' }
  /** A lesson that was only looked at: it counts for nobody. */
  | { readonly kind: 'preview' }
  | { readonly kind: 'nothing' }

/** Grades a vote once. `personOfVoter` is the voter's own id, undefined for an unknown account. */
export async function receiveVote(
  tx: Db,
  catalogue: Catalogue,
  vote: ReceivedVote,
  personOfVoter: string | undefined,
  now: Date,
): Promise<AnswerOutcome> {
  if (personOfVoter === undefined) return { kind: 'stranger' }
  const poll = await findPoll(tx, vote.pollId)
  if (poll === undefined) {
    if ((await kindOfPoll(tx, vote.pollId)) === PREVIEW_QUIZ) return { kind: 'preview' }
    await keepEarlyAnswer(tx, { ...vote, receivedAt: now })
    return { kind: 'early' }
  }
  if (poll.personId !== personOfVoter) return { kind: 'stranger' }
  return gradeVote(tx, catalogue, poll, vote, now)
}

/** Grades a vote for a quiz that is known to be the voter's, and keeps what it says about memory. */
export async function gradeVote(
  tx: Db,
  catalogue: Catalogue,
  poll: Pick<PollPlace, 'personId' | 'occasion'> & {
    readonly optionKeys?: Readonly<Record<string, string>>
    readonly messageId?: number
  },
  vote: Vote,
  answeredAt: Date,
): Promise<AnswerOutcome> {
  const { personId, occasion } = poll
  const asked = await findAsked(tx, occasion)
  if (asked === undefined) return { kind: 'nothing' }
  const question = await questionAt(tx, catalogue, asked.questionId, asked.questionHash)
  // The quiz was sent in the person's language; the keys and their order are the same in each.
  const [person] = [...(await findPeople(tx, [personId])).values()]
  if (person === undefined) return { kind: 'nothing' }
  const choice = chosenKey(askedBy(question, { ...asked, person }), poll.optionKeys, vote)
  if (choice === undefined) return { kind: 'nothing' }
  const { key: optionKey, sure } = readChoice(choice)
  const correct = optionKey === question.answer
  const first = await insertAnswer(tx, {
    personId,
    questionId: question.id,
    questionHash: question.hash,
    occasion: `${occasion.kind}:${asked.id}`,
    ...idsOf(occasion),
    optionKey,
    correct,
    sure,
    answeredAt,
  })
  if (!first) return { kind: 'repeated' }
  await close(tx, occasion, answeredAt)
  // What only measures says nothing to the scheduler: nobody is to see an item of a form again.
  if (occasion.kind !== 'assessment') {
    await rememberAnswer(tx, {
      personId,
      questionId: question.id,
      correct,
      sure,
      answeredAt,
      ...(occasion.kind === 'lesson' ? { lessonId: question.lessonId } : {}),
    })
  }
  return {
    kind: 'graded',
    personId,
    occasion,
    questionId: question.id,
    questionHash: question.hash,
    optionKey,
    correct,
    sure,
    messageId: poll.messageId ?? null,
  }
}

/** What a poll asked, and in which wording. */
async function findAsked(tx: Db, occasion: Occasion): Promise<AskedPlace | undefined> {
  switch (occasion.kind) {
    case 'lesson':
      return findDelivery(tx, occasion.deliveryId)
    case 'review':
      return findReview(tx, occasion.reviewId)
    case 'assessment':
      return findItem(tx, occasion.itemId)
  }
}

interface AskedPlace {
  readonly id: number
  readonly questionId: string
  readonly questionHash: string
  /** It asked how sure the person is. */
  readonly confidence?: boolean
}

async function close(tx: Db, occasion: Occasion, now: Date): Promise<void> {
  if (occasion.kind === 'assessment') {
    await closeItem(tx, occasion.itemId, now)
    await cancelMessages(tx, [`assessment:${occasion.itemId}`], 'answered', now)
    return
  }
  if (occasion.kind === 'review') {
    await closeReview(tx, occasion.reviewId, now)
    await cancelMessages(tx, [`review:${occasion.reviewId}`], 'answered', now)
    return
  }
  await closeDelivery(tx, occasion.deliveryId, 'answered', now)
  const delivery = await findDelivery(tx, occasion.deliveryId)
  if (delivery !== undefined) await withdrawLesson(tx, delivery, 'answered', now)
}

/** Binds answers to unknown polls to their person's uncertain quiz; a sweep. */
export async function bindEarlyAnswers(
  tx: Db,
  catalogue: Catalogue,
  before: Date,
): Promise<Graded[]> {
  const graded: Graded[] = []
  for (const answer of await takeBindableAnswers(tx, before)) {
    const outcome = await gradeVote(tx, catalogue, answer, answer, answer.receivedAt)
    if (outcome.kind === 'graded') graded.push(outcome)
  }
  return graded
}

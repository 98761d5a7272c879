import { questionAt, type Catalogue } from '../content/index.ts'
import { kindOfPoll } from '../messaging/index.ts'
import { findPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import {
  findPoll,
  insertAnswer,
  keepEarlyAnswer,
  PREVIEW_QUIZ,
  takeBindableAnswers,
  type PollPlace,
} from './answers-store.ts'
import { closeDelivery, findDelivery } from './deliveries-store.ts'
import { chosenKey, type Vote } from './grade.ts'
import { withdrawLesson } from './open-lessons.ts'

export interface ReceivedVote extends Vote {
  readonly pollId: string
  /** Telegram's id of whoever voted. */
  readonly telegramId: number
}

export interface Graded {
  readonly personId: string
  readonly deliveryId: number
  readonly lessonId: string
  readonly correct: boolean
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

/** Grades a vote for a quiz that is known to be the voter's. */
export async function gradeVote(
  tx: Db,
  catalogue: Catalogue,
  poll: Pick<PollPlace, 'personId' | 'deliveryId'> & {
    readonly optionKeys?: Readonly<Record<string, string>>
  },
  vote: Vote,
  answeredAt: Date,
): Promise<AnswerOutcome> {
  const delivery = await findDelivery(tx, poll.deliveryId)
  if (delivery === undefined) return { kind: 'nothing' }
  const question = await questionAt(tx, catalogue, delivery.questionId, delivery.questionHash)
  // The quiz was sent in the person's language; the keys and their order are the same in each.
  const [person] = [...(await findPeople(tx, [poll.personId])).values()]
  const options = (question.texts[person?.locale ?? 'id'] ?? question.texts.id).options
  const optionKey = chosenKey({ options, answer: question.answer }, poll.optionKeys, vote)
  if (optionKey === undefined) return { kind: 'nothing' }
  const correct = optionKey === question.answer
  const first = await insertAnswer(tx, {
    personId: poll.personId,
    questionId: question.id,
    questionHash: question.hash,
    occasion: `lesson:${delivery.id}`,
    deliveryId: delivery.id,
    optionKey,
    correct,
    answeredAt,
  })
  if (!first) return { kind: 'repeated' }
  await closeDelivery(tx, delivery.id, 'answered', answeredAt)
  await withdrawLesson(tx, delivery, 'answered', answeredAt)
  return {
    kind: 'graded',
    personId: poll.personId,
    deliveryId: delivery.id,
    lessonId: delivery.lessonId,
    correct,
  }
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

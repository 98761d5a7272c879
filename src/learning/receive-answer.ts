import type { Catalogue } from '../content/index.ts'
import { kindOfPoll } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import {
  findPolls,
  keepEarlyAnswer,
  PREVIEW_QUIZ,
  takeBindableAnswers,
  takeOvertakenAnswers,
  type PollPlace,
} from './answers-store.ts'
import { gradeVotes, type Graded, type GradeOutcome, type PlacedVote } from './grade-votes.ts'
import type { Vote } from './grade.ts'

export interface ReceivedVote extends Vote {
  readonly pollId: string
  /** Telegram's id of whoever voted. */
  readonly telegramId: number
  /** The voter's own id; undefined for an unknown account. */
  readonly personId: string | undefined
}

export type AnswerOutcome =
  | GradeOutcome
  /** The poll is not known (yet); kept until it is. */
  | { readonly kind: 'early' }
  /** Somebody else's quiz, e.g. a forwarded one: not scored. */
  | { readonly kind: 'stranger' }
  /** A lesson that was only looked at: it counts for nobody. */
  | { readonly kind: 'preview' }

/**
 * Grades votes of different people, at most one of each, each vote once.
 *
 * @returns what became of each, in their order
 */
export async function receiveVotes(
  tx: Db,
  catalogue: Catalogue,
  votes: readonly ReceivedVote[],
  now: Date,
): Promise<AnswerOutcome[]> {
  const polls = await findPolls(
    tx,
    votes.map(({ pollId }) => pollId),
  )
  const placed = new Map<ReceivedVote, PlacedVote>()
  const others = new Map<ReceivedVote, AnswerOutcome>()
  for (const vote of votes) {
    const poll = polls.get(vote.pollId)
    if (poll !== undefined && poll.personId === vote.personId) placed.set(vote, { poll, vote })
    else others.set(vote, await notTheirs(tx, vote, poll, now))
  }
  const graded = await gradeVotes(tx, catalogue, [...placed.values()], now)
  const outcomes = new Map([...placed.keys()].map((vote, i) => [vote, graded[i]]))
  return votes.map((vote) => outcomes.get(vote) ?? others.get(vote) ?? { kind: 'nothing' })
}

async function notTheirs(
  tx: Db,
  vote: ReceivedVote,
  poll: PollPlace | undefined,
  now: Date,
): Promise<AnswerOutcome> {
  if (vote.personId === undefined || poll !== undefined) return { kind: 'stranger' }
  if ((await kindOfPoll(tx, vote.pollId)) === PREVIEW_QUIZ) return { kind: 'preview' }
  const { pollId, telegramId, personId, persistentIds, positions } = vote
  const chosen = { pollId, telegramId, personId, persistentIds, positions }
  const kept = await keepEarlyAnswer(tx, { ...chosen, receivedAt: now })
  return { kind: kept ? 'early' : 'stranger' }
}

/**
 * Binds answers that were kept to their quiz: one that is known by now, or else their person's
 * uncertain one; a sweep.
 *
 * @param before received earlier, an answer to a poll that stayed unknown is bound to the latter
 */
export async function bindEarlyAnswers(
  tx: Db,
  catalogue: Catalogue,
  before: Date,
): Promise<Graded[]> {
  const overtaken = await takeOvertakenAnswers(tx)
  const polls = await findPolls(
    tx,
    overtaken.map(({ pollId }) => pollId),
  )
  const known = overtaken.flatMap((vote) => {
    const poll = polls.get(vote.pollId)
    return poll === undefined ? [] : [{ poll, vote }]
  })
  const doubtful = await takeBindableAnswers(tx, before)
  const graded: Graded[] = []
  for (const bound of [...known, ...doubtful.map((answer) => ({ poll: answer, vote: answer }))]) {
    // One after the other: two of them may be of one person.
    const [outcome] = await gradeVotes(tx, catalogue, [bound], bound.vote.receivedAt)
    if (outcome?.kind === 'graded') graded.push(outcome)
  }
  return graded
}

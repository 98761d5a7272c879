import type { Catalogue } from '../content/index.ts'
import { kindOfPoll } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import {
  findPolls,
  keepEarlyAnswer,
  PREVIEW_QUIZ,
  takeBindableAnswers,
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

/** Binds answers to unknown polls to their person's uncertain quiz; a sweep. */
export async function bindEarlyAnswers(
  tx: Db,
  catalogue: Catalogue,
  before: Date,
): Promise<Graded[]> {
  const graded: Graded[] = []
  for (const answer of await takeBindableAnswers(tx, before)) {
    // One after the other: two of them may be of one person.
    const bound = { poll: answer, vote: answer }
    const [outcome] = await gradeVotes(tx, catalogue, [bound], answer.receivedAt)
    if (outcome?.kind === 'graded') graded.push(outcome)
  }
  return graded
}

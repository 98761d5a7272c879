import type { Update } from 'grammy/types'
import { receiveVotes } from '../learning/index.ts'
import type { InboxRow } from '../messaging/index.ts'
import { findAccounts, markTapped, NO_ROLES, rolesOfPeople } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { keepAnnouncementVotes } from './announcement-votes.ts'
import { answered } from './answered.ts'
import { refreshMenu } from './refresh-menu.ts'
import { REPLY_HELD_MS, type BotDependencies } from './scope.ts'

/** The kind of an update that says what somebody chose in a poll. */
export const VOTE = 'poll_answer'

/**
 * Votes of different people, graded and answered together: the same handful of statements for one as
 * for a hundred. They are what comes in masses, in the minutes after the lessons went out.
 *
 * @param updates of the kind `VOTE`, each of another person
 * @returns outbox rows
 */
export async function handleVotes(
  tx: Db,
  updates: readonly InboxRow[],
  { clock, catalogue }: BotDependencies,
): Promise<number[]> {
  if (updates.length === 0) return []
  const now = clock.now()
  const votes = updates.map(({ body }) => voteIn(body as Update))
  const found = await findAccounts(
    tx,
    votes.map(({ telegramId }) => telegramId),
  )
  // A vote of somebody who restricts what is done is nobody's.
  const people = new Map([...found].filter(([, person]) => person.restrictedSince === null))
  const known = votes.map((vote) => ({ ...vote, personId: people.get(vote.telegramId)?.id }))
  const questions = await keepAnnouncementVotes(tx, known, now)
  const outcomes = await receiveVotes(tx, catalogue(), questions, now)
  const graded = outcomes.flatMap((one) => (one.kind === 'graded' ? [one] : []))
  const rows = await answered(tx, graded, { now, heldMs: REPLY_HELD_MS })
  const all = [...people.values()]
  const ids = all.map(({ id }) => id)
  await markTapped(tx, ids, now)
  const roles = await rolesOfPeople(tx, ids)
  for (const person of all) {
    rows.push(...(await refreshMenu(tx, { person, roles: roles.get(person.id) ?? NO_ROLES }, now)))
  }
  return rows
}

function voteIn({ poll_answer: vote }: Update) {
  return {
    pollId: vote?.poll_id ?? '',
    // Without a person it is a chat's vote, which is nobody's.
    telegramId: vote?.user?.id ?? 0,
    persistentIds: vote?.option_persistent_ids,
    positions: vote?.option_ids ?? [],
  }
}

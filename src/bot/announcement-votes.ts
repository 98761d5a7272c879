import {
  findAnnouncement,
  forgetEarlyVotes,
  keepChoice,
  tellProgressSoon,
} from '../announcements/index.ts'
import { ownersOfPolls } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'

export interface PollVote {
  readonly pollId: string
  /** Undefined: somebody whom we do not know. */
  readonly personId: string | undefined
  readonly positions: readonly number[]
}

/**
 * Keeps votes in polls that went out as announcements: each in somebody's own copy, for a vote in
 * another's is nobody's.
 *
 * @returns the other votes: of lessons, reviews and all else
 */
export async function keepAnnouncementVotes<T extends PollVote>(
  tx: Db,
  votes: readonly T[],
  now: Date,
): Promise<T[]> {
  const owners = await ownersOfPolls(
    tx,
    votes.map(({ pollId }) => pollId),
    'announcement',
  )
  if (owners.size > 0) await forgetEarlyVotes(tx, [...owners.keys()])
  for (const { pollId, personId, positions } of votes) {
    const owner = owners.get(pollId)
    if (owner === undefined || personId === undefined || owner.personId !== personId) continue
    const id = Number(owner.args['announcementId'])
    if (!(await keepChoice(tx, { id, personId }, positions))) continue
    const found = await findAnnouncement(tx, id)
    if (found !== undefined) await tellProgressSoon(tx, found, now)
  }
  return votes.filter(({ pollId }) => !owners.has(pollId))
}

import { and, eq } from 'drizzle-orm'
import { anyOf, type Db } from '../platform/db/index.ts'
import { outbox, outboxAttempts } from './schema.ts'

/**
 * As which kind of message a poll went out, by the account of the calls themselves.
 *
 * @returns undefined while the response to its send is not recorded, or was lost
 */
export async function kindOfPoll(db: Db, pollId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ kind: outbox.kind })
    .from(outboxAttempts)
    .innerJoin(outbox, eq(outbox.id, outboxAttempts.outboxId))
    .where(eq(outboxAttempts.pollId, pollId))
    .limit(1)
  return row?.kind
}

export interface PollOwner {
  readonly args: Readonly<Record<string, unknown>>
  /** In whose chat it stands. */
  readonly personId: string | null
}

/** Of these polls those that went out as messages of one kind, by their ids. */
export async function ownersOfPolls(
  db: Db,
  pollIds: readonly string[],
  kind: string,
): Promise<ReadonlyMap<string, PollOwner>> {
  if (pollIds.length === 0) return new Map()
  const rows = await db
    .select({ pollId: outboxAttempts.pollId, args: outbox.args, personId: outbox.personId })
    .from(outboxAttempts)
    .innerJoin(outbox, eq(outbox.id, outboxAttempts.outboxId))
    .where(and(anyOf(outboxAttempts.pollId, pollIds), eq(outbox.kind, kind)))
  return new Map(rows.map(({ pollId, ...owner }) => [pollId ?? '', owner]))
}

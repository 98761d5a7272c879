import { eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
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
  readonly kind: string
  readonly args: Readonly<Record<string, unknown>>
  /** In whose chat it stands. */
  readonly personId: string | null
}

/** The message that a poll went out with; undefined as above. */
export async function ownerOfPoll(db: Db, pollId: string): Promise<PollOwner | undefined> {
  const [row] = await db
    .select({ kind: outbox.kind, args: outbox.args, personId: outbox.personId })
    .from(outboxAttempts)
    .innerJoin(outbox, eq(outbox.id, outboxAttempts.outboxId))
    .where(eq(outboxAttempts.pollId, pollId))
    .limit(1)
  return row
}

import { readSending } from '../messaging/index.ts'
import type { Db } from '../platform/db/index.ts'
import type { Queues } from '../platform/queue/index.ts'

/** What `/readyz` says beside that all is well. */
export interface Readiness {
  /** A halt (the token is refused) stops sending alone: updates are still taken in and kept. */
  readonly sending: 'on' | 'paused' | 'halted'
  /** Jobs in our queues that are none of ours; null: the queues do not answer. */
  readonly parkedJobs: number | null
}

/** @throws when the database does not answer: without it the process can do nothing */
export async function readiness(dependencies: {
  readonly db: Db
  readonly botId: number
  readonly queues: Pick<Queues, 'parked'>
}): Promise<Readiness> {
  const { db, botId, queues } = dependencies
  const [state] = await readSending(db, botId)
  const parked = await queues.parked(0).catch(() => undefined)
  const sending = state?.halted != null ? 'halted' : (state?.pausedMs ?? 0) > 0 ? 'paused' : 'on'
  return { sending, parkedJobs: parked?.count ?? null }
}

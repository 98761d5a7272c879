import { readSending } from '../../messaging/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { elapsedMs } from '../../platform/elapsed.ts'
import type { Queues } from '../../platform/queue/index.ts'
import { readServer } from '../../reports/index.ts'
import type { Readiness } from '../../web/index.ts'
import { remembered } from './remembered.ts'
import { within } from './within.ts'

/** Elapsed milliseconds within which what we need must have answered. */
const PATIENCE_MS = 3000

/** So long an answer is given again: probes and scrapes may come from several sides. */
const FRESH_MS = 500

export interface ReadinessDependencies {
  readonly db: Db
  readonly botId: number
  readonly queues: Pick<Queues, 'parked'>
  /** Whether this process takes its work from the queues; the others do theirs without. */
  readonly needsQueues: boolean
  /** How many migrations this program knows. */
  readonly migrations: number
}

/** Tells whether this process can do its work, and never throws. */
export function createReadiness(dependencies: ReadinessDependencies): () => Promise<Readiness> {
  return remembered(() => look(dependencies), FRESH_MS, elapsedMs)
}

async function look(dependencies: ReadinessDependencies): Promise<Readiness> {
  const { db, botId, queues, needsQueues, migrations } = dependencies
  const [server, sending, parked] = await Promise.all([
    within(readServer(db), PATIENCE_MS),
    within(readSending(db, botId), PATIENCE_MS),
    within(queues.parked(0), PATIENCE_MS),
  ])
  const [state] = sending ?? []
  const missing: Readiness['missing'][number][] = []
  if (server === undefined || sending === undefined) missing.push('database')
  else if (server.migrations < migrations) missing.push('migrations')
  if (parked === undefined && needsQueues) missing.push('queues')
  return {
    missing,
    sending: state?.halted != null ? 'halted' : (state?.pausedMs ?? 0) > 0 ? 'paused' : 'on',
    parkedJobs: parked?.count ?? null,
  }
}

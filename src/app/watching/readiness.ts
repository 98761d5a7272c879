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

/**
 * Tells whether this process can do its work, and never throws. What hangs is asked once and not by
 * each probe anew: they would take every connection that there is.
 */
export function createReadiness(dependencies: ReadinessDependencies): () => Promise<Readiness> {
  const { db, botId, queues, needsQueues, migrations } = dependencies
  const once = <T>(ask: () => Promise<T>): (() => Promise<T | undefined>) => {
    const asked = remembered(ask, FRESH_MS, elapsedMs)
    return () => within(asked(), PATIENCE_MS)
  }
  const askServer = once(() => readServer(db))
  const askSending = once(() => readSending(db, botId))
  const askParked = once(() => queues.parked(0))

  return async () => {
    const [server, sending, parked] = await Promise.all([askServer(), askSending(), askParked()])
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
}

import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import type { Queues } from '../platform/queue/index.ts'
import { feedAgain, takeForQueue } from './feed-store.ts'
import { batchOf } from './in-flight.ts'

export interface Feeder {
  /** Something may have become due: look now rather than at the next round. */
  wake(): void
  start(): void
  stop(): Promise<void>
}

export interface FeederDependencies {
  readonly db: Db
  readonly clock: Clock
  readonly botId: number
  readonly queues: Queues
  /** Bulk messages a second, at most. */
  readonly sendRate: number
  readonly log: Logger
}

/** Elapsed time between two looks when nobody wakes the feeder. */
const ROUND_MS = 250

/**
 * Elapsed time between two looks however often it is woken: each finished job wakes it, and a look
 * costs a transaction. The window holds far more than is sent meanwhile.
 */
const LEAST_ROUND_MS = 50

/** About four seconds of work, so that a later but more urgent message waits no longer than that. */
export function windowOf(sendRate: number): number {
  return Math.min(1024, Math.max(64, Math.ceil(sendRate * 4)))
}

/**
 * Keeps the queue filled from Postgres, and small: a million recipients cost it no more than a
 * window. Jobs have no ids of their own making: BullMQ would swallow a repeated id while an orphan
 * of a killed worker still bears it, and the lease decides anyway.
 */
export function createFeeder(dependencies: FeederDependencies): Feeder {
  const { db, clock, botId, queues, sendRate, log } = dependencies
  const batch = batchOf(sendRate)
  let woken = new AbortController()
  let stopped = false
  let loop: Promise<void> | undefined

  async function feed(): Promise<void> {
    const { replies, bulk } = await takeForQueue(db, botId, windowOf(sendRate), clock.now())
    if (replies.length > 0) await queues.add('reply', inBatches(replies))
    if (bulk.length > 0) await queues.add('send', inBatches(bulk))
  }

  function inBatches(rows: readonly number[]): { rows: number[] }[] {
    const payloads = []
    for (let start = 0; start < rows.length; start += batch) {
      payloads.push({ rows: rows.slice(start, start + batch) })
    }
    return payloads
  }

  async function run(): Promise<void> {
    /** Rows may be marked as queued that the queue never got. */
    let doubtful = false
    while (!stopped) {
      woken = new AbortController()
      try {
        if (doubtful) await feedAgain(db)
        doubtful = false
        await feed()
      } catch (error) {
        doubtful = true
        log.warn({ error: messageOf(error) }, 'feeding failed; the rows come again')
      }
      await pause(LEAST_ROUND_MS)
      await pause(ROUND_MS - LEAST_ROUND_MS, woken.signal)
    }
  }

  return {
    wake: () => {
      woken.abort()
    },
    start() {
      loop ??= run()
    },
    async stop() {
      stopped = true
      woken.abort()
      await loop
    },
  }
}

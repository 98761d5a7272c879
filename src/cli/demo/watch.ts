import { pause } from '../../platform/elapsed.ts'
import { messageOf } from '../../platform/errors.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Logger } from '../../platform/logger.ts'
import { watchMissing } from './missing.ts'
import { readStates, type LedgerStates } from './states-store.ts'
import type { Tally } from './tally.ts'

/** How the ledgers, the queue and the pace stand, for whoever looks on. */
export interface LedgersReport extends Pick<LedgerStates, 'inbox' | 'outbox'> {
  readonly queue: { readonly kind: 'redis' | 'postgres'; readonly depth: number }
  readonly pace: LedgerStates['pace'] & { readonly sendRate: number }
  /** Messages that the simulated Telegram accepted. */
  readonly received: number
  readonly lost: number
}

export interface Watch {
  read(): Promise<LedgersReport>
  /** Told whenever something changed, at most twice a second, while anybody listens. */
  subscribe(listener: (report: LedgersReport) => void): () => void
  stop(): Promise<void>
}

/** Elapsed milliseconds between two reports. */
const ROUND_MS = 500

export function watchLedgers(parts: {
  readonly db: Db
  readonly tally: Tally
  readonly queueKind: 'redis' | 'postgres'
  /** Bulk messages a second, as the bot goes now. */
  readonly sendRate: () => number
  readonly since: Date
  readonly log: Logger
}): Watch {
  const { db, tally, queueKind, sendRate, since, log } = parts
  const missing = watchMissing(db, tally, since)
  const listeners = new Set<(report: LedgersReport) => void>()
  const stopping = new AbortController()
  let loop: Promise<void> | undefined

  async function read(): Promise<LedgersReport> {
    const { inbox, outbox, queued, pace, reasonless } = await readStates(db)
    return {
      inbox,
      outbox,
      queue: { kind: queueKind, depth: queued },
      pace: { sendRate: sendRate(), ...pace },
      received: tally.messages,
      lost: reasonless + (await missing.count()),
    }
  }

  async function run(): Promise<void> {
    let told = ''
    while (listeners.size > 0 && !stopping.signal.aborted) {
      try {
        const report = await read()
        // The pace counts down by itself: it alone is no news.
        const { pace: _, ...news } = report
        if (JSON.stringify(news) !== told) {
          told = JSON.stringify(news)
          for (const listener of listeners) listener(report)
        }
      } catch (error) {
        log.warn({ error: messageOf(error) }, 'the ledgers could not be read')
      }
      await pause(ROUND_MS, stopping.signal)
    }
    loop = undefined
  }

  return {
    read,
    subscribe(listener) {
      const own = (report: LedgersReport): void => listener(report)
      listeners.add(own)
      loop ??= run()
      return () => {
        listeners.delete(own)
      }
    },
    async stop() {
      stopping.abort()
      await loop
    },
  }
}

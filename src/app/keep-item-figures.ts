import type { Clock } from '../platform/clock.ts'
import { withDatabase, type Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'
import { areItemsDue, endRefresh, refreshItems } from '../reports/index.ts'

/** Elapsed. */
const AGAIN_MS = 100

export interface ItemFiguresDependencies {
  readonly db: Db
  /** For a connection of its own: one that is ended disturbs nobody else's statement. */
  readonly appUrl: string
  readonly clock: Clock
  readonly log: Logger
}

export interface KeptItemFigures {
  /** Begins to reckon where it is due and nothing is being reckoned; returns at once. */
  look(): void
  /** Ends what is being reckoned: the next process begins it anew. */
  stop(): Promise<void>
}

/**
 * Keeps what questions tell up to date, beside the tick: over millions of answers one statement takes
 * a minute and more, in which nobody's lesson may wait.
 */
export function keepItemFigures(dependencies: ItemFiguresDependencies): KeptItemFigures {
  const { db, appUrl, clock, log } = dependencies
  let running: Promise<void> | undefined
  let backend: number | undefined
  let stopped = false

  async function reckon(): Promise<void> {
    const now = clock.now()
    if (!(await areItemsDue(db, now))) return
    await withDatabase(appUrl, (own) =>
      refreshItems(own, now, (id) => {
        backend = id
        return !stopped
      }),
    )
  }

  return {
    look() {
      if (stopped || running !== undefined) return
      running = reckon()
        .catch((error: unknown) => {
          if (!stopped) log.error({ error: messageOf(error) }, 'questions were not analysed')
        })
        .finally(() => {
          running = undefined
          backend = undefined
        })
    },
    async stop() {
      stopped = true
      // Again, where it fell between two statements and ended none.
      while (running !== undefined) {
        if (backend !== undefined) await endRefresh(db, backend)
        await Promise.race([running, pause(AGAIN_MS)])
      }
    },
  }
}

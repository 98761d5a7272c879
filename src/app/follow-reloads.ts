import { countReload, readReloads } from '../content/index.ts'
import type { Db } from '../platform/db/index.ts'
import { pause } from '../platform/elapsed.ts'
import { messageOf } from '../platform/errors.ts'
import type { Logger } from '../platform/logger.ts'

/** Elapsed milliseconds between two looks. */
const EVERY_MS = 2000

export interface ReloadCount {
  /** Tells the others that this process has taken the lessons up. */
  tellOthers(): Promise<void>
  /** Begins to look whether others have. */
  follow(reload: () => Promise<unknown>): { stop(): Promise<void> }
}

/**
 * Lessons that are taken up in one process are taken up in all: each looks at a count in Postgres. A
 * notification would be at once, and lost by whoever is without a connection at that moment.
 */
export async function countReloads(
  db: Db,
  log: Logger,
  everyMs: number = EVERY_MS,
): Promise<ReloadCount> {
  let seen = await readReloads(db)

  async function look(reload: () => Promise<unknown>): Promise<void> {
    const count = await readReloads(db)
    if (count === seen) return
    await reload()
    seen = count
  }

  return {
    async tellOthers() {
      const count = await countReload(db)
      // Where another has counted as well, this process has yet to follow it.
      if (count === seen + 1) seen = count
    },
    follow(reload) {
      const stopping = new AbortController()
      let failing = false

      async function run(): Promise<void> {
        while (!stopping.signal.aborted) {
          await pause(everyMs, stopping.signal)
          if (stopping.signal.aborted) return
          try {
            await look(reload)
            failing = false
          } catch (error) {
            if (!failing)
              log.warn({ error: messageOf(error) }, 'reloads cannot be followed for now')
            failing = true
          }
        }
      }

      const running = run()
      return {
        async stop() {
          stopping.abort()
          await running
        },
      }
    },
  }
}

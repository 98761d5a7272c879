import postgres from 'postgres'
import { messageOf } from '../errors.ts'
import type { Logger } from '../logger.ts'

export interface SignOfLife {
  /** Gives the lock back; from then on the worker counts as gone. */
  stop(): Promise<void>
}

/**
 * Holds a session's advisory lock named after the worker, for as long as the process lives. When
 * it is killed, the server drops the session and with it the lock, so that others see at once that
 * the worker's leases have no owner, long before they run out. A frozen process keeps its session:
 * there the lease's end decides.
 */
export async function holdSignOfLife(
  url: string,
  worker: string,
  log: Logger,
): Promise<SignOfLife> {
  let stopped = false
  const client = postgres(url, {
    max: 1,
    idle_timeout: 0,
    // The driver would otherwise exchange the connection now and then, and lose the lock with it.
    max_lifetime: null,
    connection: { application_name: `sedikit-${worker}` },
    onclose: () => {
      if (!stopped) void hold()
    },
  })

  /** Takes the lock again after a lost connection; the driver waits for the server to come back. */
  async function hold(): Promise<void> {
    try {
      await client`select pg_advisory_lock(hashtextextended(${worker}, 0))`
    } catch (error) {
      if (!stopped) log.warn({ error: messageOf(error) }, 'sign of life lost')
    }
  }

  await client`select pg_advisory_lock(hashtextextended(${worker}, 0))`
  return {
    async stop() {
      stopped = true
      await client.end({ timeout: 2 })
    },
  }
}

import postgres from 'postgres'
import { pause } from '../elapsed.ts'
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
  let holding = false
  const client = postgres(url, {
    max: 1,
    idle_timeout: 0,
    // The driver would otherwise exchange the connection now and then, and lose the lock with it.
    max_lifetime: null,
    connection: { application_name: `sedikit-${worker}` },
    onclose: () => {
      if (!stopped) holdAgain().catch(complain)
    },
  })

  function complain(error: unknown): void {
    log.warn({ error: messageOf(error) }, 'sign of life lost')
  }

  async function hold(): Promise<void> {
    await client`select pg_advisory_lock(hashtextextended(${worker}, 0))`
  }

  /** After a lost connection: until the server is back. */
  async function holdAgain(): Promise<void> {
    if (holding) return
    holding = true
    try {
      while (!stopped && !(await holds())) await pause(500)
    } finally {
      holding = false
    }
  }

  async function holds(): Promise<boolean> {
    try {
      await hold()
      return true
    } catch (error) {
      complain(error)
      return false
    }
  }

  await hold()
  return {
    async stop() {
      stopped = true
      await client.end({ timeout: 2 })
    },
  }
}

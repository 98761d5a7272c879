import pg from 'pg'
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
  let current = await hold()

  /** A session of its own, in no pool: a pool would give the connection, and the lock, away. */
  async function hold(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `sedikit-${worker}`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    // Its end says the same; without a listener the error would end the process.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [worker])
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    client.once('end', () => void holdAgain())
    return client
  }

  /** After a lost connection: until the server is back. */
  async function holdAgain(): Promise<void> {
    while (!stopped) {
      try {
        current = await hold()
        break
      } catch (error) {
        log.warn({ error: messageOf(error) }, 'sign of life lost')
        await pause(500)
      }
    }
    // It was stopped while it was connecting.
    if (stopped) await current.end()
  }

  return {
    async stop() {
      stopped = true
      await current.end()
    },
  }
}

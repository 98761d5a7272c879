import pg from 'pg'
import { pause } from '../elapsed.ts'
import { createStatementNames } from './statement-names.ts'

export interface PoolOptions {
  /** Connections at the most. */
  readonly max: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** Where unqualified names are looked up, when not in `public`. */
  readonly searchPath?: string
  /** Queries given to one connection together are sent together and answered in order. */
  readonly pipeline?: boolean
  /**
   * Elapsed milliseconds after which a query without an answer is given up, and its connection with
   * it: a network that went away without a word would hold both for a quarter of an hour. So long is
   * waited for a connection, too. The server gives up a transaction that says nothing for a third of
   * it: its locks must not outlive who took them, nor be held by a process that is frozen. For ever
   * where it is left out.
   */
  readonly patienceMs?: number
  /** Told of each connection that is lost; whoever was using it gets the error of its query too. */
  readonly onLoss?: (error: Error) => void
}

/** A pool on `url`, the only kind that we open; nothing is connected before the first query. */
export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.name,
    pipeline: options.pipeline ?? false,
    ...(options.patienceMs === undefined
      ? {}
      : {
          query_timeout: options.patienceMs,
          idle_in_transaction_session_timeout: Math.ceil(options.patienceMs / 3),
        }),
    // Also the patience of a query that waits for a free connection.
    connectionTimeoutMillis: options.patienceMs ?? 30_000,
    idleTimeoutMillis: 60_000,
    // A peer that vanished without a word (a cut cable) is found out by the system, not by a query.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(options.searchPath === undefined
      ? {}
      : { options: `-c search_path=${options.searchPath}` }),
  })
  const lost = (error: Error): void => {
    // A server that stops right after us ends what is still saying goodbye.
    if (!pool.ending) options.onLoss?.(error)
  }
  // The pool listens to its idle connections only. Without a listener of its own, one that is lost
  // between two queries of a transaction would end the process.
  pool.on('connect', (client) => client.on('error', lost))
  const nameOf = createStatementNames()
  pool.on('connect', (client) => {
    nameStatements(client, nameOf)
  })
  const take = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  pool.connect = ((callback?: Parameters<typeof pool.connect>[0]) =>
    callback === undefined
      ? take().then(returnedWhenLost)
      : pg.Pool.prototype.connect.call(pool, callback)) as typeof pool.connect
  // Each is told by its connection already.
  pool.on('error', () => undefined)
  return pool
}

/** The part of a driver's query that a name is given to. */
interface Statement {
  readonly text: string
  readonly name?: string
}

/** Lets the connection prepare what comes often: see createStatementNames. */
function nameStatements(client: pg.PoolClient, nameOf: (text: string) => string | undefined): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (config: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (!isStatement(config) || !Array.isArray(values) || values.length === 0) {
      return query(config, values, ...rest)
    }
    const name = nameOf(config.text)
    if (name === undefined) return query(config, values, ...rest)
    const result = query({ ...config, name }, values, ...rest)
    if (result instanceof Promise) {
      result.catch((error: unknown) => {
        if (isOutdatedPlan(error)) outdated.add(client)
      })
    }
    return result
  }
  client.query = named as typeof client.query
}

/** Connections whose prepared statements a migration has overtaken: they are not used again. */
const outdated = new WeakSet<pg.PoolClient>()

/** "cached plan must not change result type": a column that the statement gives back has another type. */
function isOutdatedPlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000'
}

/** Text and settings, as Drizzle gives them; not a query that is already an object with a life of its own. */
function isStatement(config: unknown): config is Statement {
  return (
    typeof config === 'object' &&
    config !== null &&
    Object.getPrototypeOf(config) === Object.prototype &&
    'text' in config &&
    typeof config.text === 'string' &&
    !('name' in config && config.name !== undefined)
  )
}

/**
 * A connection that is lost goes back by itself. Drizzle begins a transaction outside the `try` that
 * gives the connection back: each `begin` that met a lost connection would keep a place for ever.
 */
function returnedWhenLost(client: pg.PoolClient): pg.PoolClient {
  const release = client.release.bind(client)
  let returned = false
  const giveBack = (error?: Error | boolean): void => {
    if (returned) return
    returned = true
    client.off('end', lost)
    release(error ?? outdated.has(client))
  }
  const lost = (): void => {
    giveBack(true)
  }
  client.once('end', lost)
  client.release = giveBack
  return client
}

/** Ends the pool; a connection that hangs does not keep the process open longer than this. */
export async function closePool(pool: pg.Pool): Promise<void> {
  const done = new AbortController()
  await Promise.race([pool.end(), pause(CLOSE_TIMEOUT_MS, done.signal)])
  done.abort()
}

const CLOSE_TIMEOUT_MS = 5000

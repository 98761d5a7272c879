import { sql, type SQL } from 'drizzle-orm'
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import { messageOf, UserError } from '../errors.ts'
import { closePool, createPool } from './pool.ts'

/** A connection or a transaction: every query takes one first, so that callers decide. */
export type Db = PgDatabase<NodePgQueryResultHKT, Record<string, never>>

export interface Database {
  readonly db: Db
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Connections at the most. */
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
  /** Elapsed milliseconds after which a query without an answer is given up; for ever by default. */
  readonly patienceMs?: number
  /** Told of each connection that is lost. */
  readonly onLoss?: (error: Error) => void
}

/** Drizzle on a pool on `url`; nothing is connected before the first query. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Database {
  const pool = createPool(url, { max: 10, name: 'sedikit', pipeline: true, ...options })
  return { db: drizzle(pool), close: () => closePool(pool) }
}

/** The rows of a query in raw SQL. Timestamps come as strings: see `asDate`. */
export async function rowsOf<T extends Record<string, unknown>>(db: Db, query: SQL): Promise<T[]> {
  const result: { rows: unknown[] } = await db.execute(query)
  return result.rows as T[]
}

/**
 * Whether the server has refused what was to be written (SQLSTATE classes 22, data, and 54, limits),
 * rather than being away: a second try would fail like the first.
 */
export function refusesData(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(?:22|54)[0-9A-Z]{3}$/.test(code) || refusesData(error.cause)
}

/** Whether the server could not write because its disk is full (53100 of errcodes: disk_full). */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '53100') || isDiskFull(error.cause)
}

/** Opens a small pool for one piece of work and closes it, whatever happens. */
export async function withDatabase<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const database = connectDatabase(url, { max: 2, name: 'sedikit-cli' })
  try {
    return await work(database.db)
  } finally {
    await database.close()
  }
}

/** What a person reads when the database cannot be reached; the URL's password is never in it. */
export function unreachableDatabase(url: string, cause: unknown): UserError {
  const { hostname, port, pathname } = new URL(url)
  return new UserError(
    `The database cannot be reached at ${hostname}:${port || '5432'}${pathname}: ${messageOf(cause)}`,
    {
      hint: 'Is Postgres running, and does DATABASE_URL name the right host, port, user and database?',
      cause,
    },
  )
}

/** Whether the database answers: then what failed is the fault of what was asked. */
export async function isThere(db: Db): Promise<boolean> {
  return db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
}

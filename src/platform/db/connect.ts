import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { messageOf, UserError } from '../errors.ts'

/** A connection or a transaction: every query takes one first, so that callers decide. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, Record<string, never>>

export interface Database {
  readonly db: Db
  close(): Promise<void>
}

/** Seconds that closing may take: the driver's `end` can hang after a lost connection. */
const CLOSE_TIMEOUT_S = 5

export interface ConnectOptions {
  /** Connections at the most. */
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
}

/** A pool on `url`; nothing is connected before the first query. */
export function connectDatabase(url: string, options: ConnectOptions = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    connection: { application_name: options.name ?? 'sedikit' },
    connect_timeout: 10,
    // Server notices ("relation exists, skipping") are nobody's business.
    onnotice: () => undefined,
  })
  return {
    db: drizzle(client),
    close: () => client.end({ timeout: CLOSE_TIMEOUT_S }),
  }
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

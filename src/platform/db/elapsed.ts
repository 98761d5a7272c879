import { sql, type SQL } from 'drizzle-orm'

/**
 * Elapsed time in SQL: the database server's clock, the one clock that all workers share. Leases,
 * pace and backoff are reckoned with it, and nothing else is: what is due is civil time, which
 * comes from the Clock as a parameter. This file is the only one that may name the SQL function.
 */
export const elapsedNow: SQL = sql`clock_timestamp()`

/** The moment `ms` milliseconds of elapsed time from now. */
export function elapsedIn(ms: number): SQL {
  return sql`(clock_timestamp() + make_interval(secs => ${ms / 1000}::float8))`
}

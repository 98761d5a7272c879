import { sql, type SQL } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'

/** Rows that are in memory at once. */
const FETCHED = 1000

/** Names of cursors: two of one transaction must differ. */
let count = 0

/**
 * The rows of a query through a cursor of the server's, a few at a time. Only inside a transaction; all
 * cursors of one that is repeatable see the same moment.
 */
export async function* rowsThrough<T extends Record<string, unknown>>(
  tx: Db,
  query: SQL,
): AsyncGenerator<T> {
  count += 1
  const cursor = sql.raw(`export_${count}`)
  await tx.execute(sql`declare ${cursor} no scroll cursor for ${query}`)
  for (;;) {
    const rows = await rowsOf<T>(tx, sql`fetch ${sql.raw(String(FETCHED))} from ${cursor}`)
    yield* rows
    if (rows.length < FETCHED) break
  }
  await tx.execute(sql`close ${cursor}`)
}

/** Every query of `work` sees the database as it was at its first, and nothing can be changed. */
export function inSnapshot<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return db.transaction(work, { isolationLevel: 'repeatable read', accessMode: 'read only' })
}

export async function countOf(tx: Db, query: SQL): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from (${query}) counted`,
  )
  return row?.count ?? 0
}

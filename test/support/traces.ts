import { sql } from 'drizzle-orm'
import { Redis } from 'ioredis'
import { rowsOf, type Db } from '../../src/platform/db/index.ts'

/** Where in the whole database, also in that of the queue, one of these words stands in a row. */
export async function tracesIn(db: Db, words: readonly string[]): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    db,
    sql`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await rowsOf<{ row: string }>(
      db,
      sql`select to_jsonb(t)::text as row from ${sql.raw(name)} t`,
    )
    for (const { row } of rows) {
      // Bytes are shown as hexadecimal digits.
      const hit = words.find(
        (word) => row.includes(word) || row.includes(Buffer.from(word).toString('hex')),
      )
      if (hit !== undefined) found.push(`${name}: ${hit}: ${row.slice(0, 300)}`)
    }
  }
  return found
}

/** Where in Redis, in a key or in what it holds, one of these words stands; nowhere without Redis. */
export async function tracesInRedis(
  url: string | undefined,
  words: readonly string[],
): Promise<string[]> {
  if (url === undefined) return []
  const redis = new Redis(url)
  try {
    const found: string[] = []
    for (const key of await redis.keys('*')) {
      const bytes = await redis.dumpBuffer(key)
      for (const word of words) {
        if (key.includes(word) || (bytes?.includes(word) ?? false)) found.push(`${key}: ${word}`)
      }
    }
    return found
  } finally {
    redis.disconnect()
  }
}

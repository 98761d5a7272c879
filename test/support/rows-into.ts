import { sql } from 'drizzle-orm'
import type { Db } from '../../src/platform/db/index.ts'

/** Inserts rows into a table by its columns' names; `same` is the same in all of them. */
export async function rowsInto(
  db: Db,
  table: string,
  same: Record<string, unknown>,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = sql.raw([...Object.keys(first), ...Object.keys(same)].join(', '))
  const name = sql.raw(table)
  const all = JSON.stringify(rows.map((row) => ({ ...row, ...same })))
  await db.execute(sql`
    insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${all}::jsonb)`)
}

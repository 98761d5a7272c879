import { sql } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { personalTables } from '../privacy/index.ts'

/** Tables without a condition of their own in which a person may stand all the same. */
const BESIDE = ['export_pieces', 'export_links']

/**
 * Writes every table in which people stand anew, one after the other: what was deleted is in no file
 * of theirs afterwards. As the owner of the tables.
 *
 * @returns how many tables
 */
export async function rewriteTables(owner: Db, onTable: (name: string) => void): Promise<number> {
  const names = [...personalTables.map(([name]) => name), ...BESIDE]
  for (const name of names) {
    onTable(name)
    await owner.execute(sql`vacuum (full, analyze) ${sql.identifier(name)}`)
  }
  return names.length
}

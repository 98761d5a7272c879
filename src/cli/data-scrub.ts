import { parseArgs } from 'node:util'
import { withOwner } from './with-store.ts'
import { rewriteTables } from '../rights/index.ts'
import type { Run } from './command.ts'

/**
 * Writes the tables in which people stand anew, so that nothing of erased rows is left in the files of
 * the database: an ordinary VACUUM leaves the bytes where they were until something takes their place.
 * Each table is locked meanwhile; the bot waits, so it is best done when nobody learns.
 */
export const dataScrub: Run = async (context) => {
  const { values } = parseArgs({
    args: [...context.args],
    options: { json: { type: 'boolean', default: false } },
  })
  const tables = await withOwner(context, (db) =>
    rewriteTables(db, (table) => {
      context.stderr(table)
    }),
  )
  context.stdout(
    values.json
      ? JSON.stringify({ tables })
      : `${tables} tables are written anew. The log of changes (WAL) and backups hold what was erased until their own time is over: docs/privacy.md.`,
  )
  return 0
}

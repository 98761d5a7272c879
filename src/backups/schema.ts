import { sql } from 'drizzle-orm'
import { bigint, check, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from '../platform/db/columns.ts'

/** Tries to make a backup at night: what `/status` shows, and by which misses are counted. */
export const backups = pgTable(
  'backups',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Civil: for which night; several tries may be for one. */
    dueAt: moment('due_at').notNull(),
    /** Civil. */
    endedAt: moment('ended_at').notNull(),
    /** The file's name; null: it failed. */
    file: text('file'),
    bytes: bigint('bytes', { mode: 'number' }),
    error: text('error'),
  },
  (t) => [check('backups_file_or_error', sql`(${t.file} is null) <> (${t.error} is null)`)],
)

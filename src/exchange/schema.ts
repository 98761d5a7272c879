import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PlaceBefore } from '../people/index.ts'
import { moment } from '../platform/db/columns.ts'
import type { ExportFailure, ExportFilter, ExportFormat, ExportState } from './exports/words.ts'
import type { ImportState, ImportSummary, Line, Refusal } from './imports/words.ts'

const id = (name: string) => bigint(name, { mode: 'number' })

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/**
 * Each export that somebody asked for: who, what, how much of it, and what became of it. The row stays
 * as a trail when the file is gone; it names people by their random ids alone, and no foreign key takes
 * it away with a person.
 */
export const exports = pgTable(
  'exports',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id').notNull(),
    format: text('format').$type<ExportFormat>().notNull(),
    /** What it reached when it was written: everything, or the units of a coordinator. */
    scope: text('scope').$type<'all' | 'units'>(),
    /** To what it was narrowed; null: to nothing. */
    filter: jsonb('filter').$type<ExportFilter>(),
    state: text('state').$type<ExportState>().notNull(),
    /** Number of the last lease; a worker whose number is older is fenced off. */
    attempt: smallint('attempt').notNull().default(0),
    /** Elapsed time. */
    leaseUntil: moment('lease_until'),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsTotal: integer('rows_total'),
    bytes: bigint('bytes', { mode: 'number' }),
    failure: text('failure').$type<ExportFailure>(),
    askedAt: moment('asked_at').notNull(),
    finishedAt: moment('finished_at'),
    /** Civil time after which the file is deleted. */
    expiresAt: moment('expires_at'),
  },
  (t) => [
    index('exports_person').on(t.personId, t.askedAt),
    index('exports_open')
      .on(t.id)
      .where(sql`${t.state} in ('asked', 'running')`),
    index('exports_expiring')
      .on(t.expiresAt)
      .where(sql`${t.state} = 'done'`),
    check('exports_state', sql`${t.state} in ('asked', 'running', 'done', 'failed', 'expired')`),
    check('exports_format', sql`${t.format} in ('xlsx', 'csv', 'xapi')`),
  ],
)

/** The file of an export, in pieces: any process can read what another has written. */
export const exportPieces = pgTable(
  'export_pieces',
  {
    exportId: id('export_id')
      .notNull()
      .references(() => exports.id, { onDelete: 'cascade' }),
    attempt: smallint('attempt').notNull(),
    position: integer('position').notNull(),
    bytes: bytea('bytes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.attempt, t.position] })],
)

/** Links to a file, each good for one download. Only a hash is kept: who reads the table has no link. */
export const exportLinks = pgTable(
  'export_links',
  {
    hash: text('hash').primaryKey(),
    exportId: id('export_id')
      .notNull()
      .references(() => exports.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('export_links_export').on(t.exportId)],
)

/**
 * A roster that somebody sent to the bot: what its dry run found, and whether it was carried out. What
 * the lines say of people is cleared after a week; the numbers stay as a trail.
 */
export const rosterImports = pgTable(
  'roster_imports',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id').notNull(),
    /** Where Telegram keeps the file: it is read again when the import is carried out. */
    fileId: text('file_id'),
    kind: text('kind').$type<'csv' | 'xlsx'>().notNull(),
    /** SHA-256 of the file that was looked at. */
    digest: text('digest'),
    state: text('state').$type<ImportState>().notNull(),
    attempt: smallint('attempt').notNull().default(0),
    /** Elapsed time. */
    leaseUntil: moment('lease_until'),
    summary: jsonb('summary').$type<ImportSummary>(),
    /** What would become of each line; null once it is cleared. */
    lines: jsonb('lines').$type<readonly Line[]>(),
    refusal: jsonb('refusal').$type<Refusal>(),
    askedAt: moment('asked_at').notNull(),
    appliedAt: moment('applied_at'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('roster_imports_person').on(t.personId, t.askedAt),
    index('roster_imports_open')
      .on(t.id)
      .where(sql`${t.state} in ('asked', 'wished')`),
    index('roster_imports_kept')
      .on(t.askedAt)
      .where(sql`${t.lines} is not null`),
    check(
      'roster_imports_state',
      sql`${t.state} in ('asked', 'checked', 'refused', 'wished', 'applied', 'undone', 'dropped')`,
    ),
  ],
)

/** What an import did to each place on the roster, so that it can be taken back; kept for a week. */
export const rosterImportChanges = pgTable(
  'roster_import_changes',
  {
    importId: id('import_id')
      .notNull()
      .references(() => rosterImports.id, { onDelete: 'cascade' }),
    placeId: id('place_id').notNull(),
    /** As the place was before; null: the import made it. */
    before: jsonb('before').$type<PlaceBefore>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.placeId] })],
)

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from '../people/schema.ts'
import { moment } from '../platform/db/columns.ts'
import type { Letterhead, Signatory } from './facts.ts'
import type { RevocationReason } from './words.ts'

/** What a person wants printed, and answered about it: asked once, used for every track. */
export const certificateHolders = pgTable('certificate_holders', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id, { onDelete: 'cascade' }),
  /** The name with titles; null: not asked yet. */
  printedName: text('printed_name'),
  /** A civil servant (ASN), as the person says; null: not asked yet. Only they get JP. */
  asn: boolean('asn'),
  /** The NIP, sealed (seal.ts); null: none is to be printed. */
  sealedNip: text('sealed_nip'),
  changedAt: moment('changed_at').notNull(),
})

/** JP (training hours) of a track, set by an admin together with the legal basis; none is guessed. */
export const trackHours = pgTable(
  'track_hours',
  {
    trackId: text('track_id').primaryKey(),
    jp: smallint('jp').notNull(),
    basis: text('basis').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [check('track_hours_jp', sql`${t.jp} between 1 and 999`)],
)

/**
 * The last number given in a year. It is raised in the transaction that issues, so that a number is
 * neither left out nor given twice: whoever issues next waits for this row.
 */
export const certificateCounters = pgTable('certificate_counters', {
  year: smallint('year').primaryKey(),
  last: integer('last').notNull(),
})

/** A certificate: its number and whether it stands. What was printed is in its sheets. */
export const certificates = pgTable(
  'certificates',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Null once the person is erased: the register keeps the number. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    trackId: text('track_id').notNull(),
    number: text('number').notNull(),
    year: smallint('year').notNull(),
    serial: integer('serial').notNull(),
    /** The sheet that holds now, from 1. */
    revision: smallint('revision').notNull().default(1),
    issuedAt: moment('issued_at').notNull(),
    revokedAt: moment('revoked_at'),
    revokedReason: text('revoked_reason').$type<RevocationReason>(),
  },
  (t) => [
    unique('certificates_once').on(t.personId, t.trackId),
    unique('certificates_number').on(t.number),
    unique('certificates_serial').on(t.year, t.serial),
    check('certificates_revoked', sql`(${t.revokedAt} is null) = (${t.revokedReason} is null)`),
  ],
)

/**
 * One printing of a certificate, with every fact as it stands on the paper: it does not follow the
 * person to another unit, nor the track to another title. A correction makes another sheet.
 */
export const certificateSheets = pgTable(
  'certificate_sheets',
  {
    certificateId: bigint('certificate_id', { mode: 'number' })
      .notNull()
      .references(() => certificates.id, { onDelete: 'cascade' }),
    revision: smallint('revision').notNull(),
    /** What the QR code leads to: 128 random bits. In the clear, since the sheet is drawn again. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    sealedNip: text('sealed_nip'),
    unit: text('unit').notNull(),
    titleId: text('title_id').notNull(),
    titleEn: text('title_en').notNull(),
    /** Civil days of the organisation. */
    completedOn: date('completed_on', { mode: 'string' }).notNull(),
    /** The certificate's own day, the same on all its sheets. */
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    /** The day of this printing. */
    printedOn: date('printed_on', { mode: 'string' }).notNull(),
    jp: smallint('jp'),
    jpBasis: text('jp_basis'),
    letterhead: jsonb('letterhead').$type<Letterhead>().notNull(),
    /** Null: nobody was set to sign when it was issued. */
    signatory: jsonb('signatory').$type<Signatory>(),
  },
  (t) => [
    primaryKey({ columns: [t.certificateId, t.revision] }),
    unique('certificate_sheets_code').on(t.code),
    check('certificate_sheets_jp', sql`(${t.jp} is null) = (${t.jpBasis} is null)`),
  ],
)

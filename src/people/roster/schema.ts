import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment } from '../../platform/db/columns.ts'
import { people, units } from '../schema.ts'
import type { JobRole } from '../words.ts'

/**
 * Who should learn, as the organisation has it written down: a place a person, which is claimed by
 * whoever joins under its name.
 */
export const rosterPlaces = pgTable(
  'roster_places',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    jobRole: text('job_role').$type<JobRole>(),
    /** Digits alone, with the country's number before them. */
    phone: text('phone'),
    /** The NIP, sealed, and its keyed hash (roster-nip.ts); null: none was given. */
    sealedNip: text('sealed_nip'),
    nipHash: text('nip_hash'),
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    claimedAt: moment('claimed_at'),
    /** Null: the name alone was sure enough. */
    claimedBy: uuid('claimed_by').references(() => people.id, { onDelete: 'set null' }),
    importedAt: moment('imported_at').notNull(),
  },
  (t) => [
    unique('roster_places_person').on(t.personId),
    index('roster_places_unit').on(t.unitId),
    index('roster_places_claimed_by').on(t.claimedBy),
    unique('roster_places_nip').on(t.nipHash),
    check('roster_places_sealed', sql`(${t.sealedNip} is null) = (${t.nipHash} is null)`),
  ],
)

/** Places that were taken off by hand, each as it stood, so that it can be put back. */
export const rosterRemovals = pgTable(
  'roster_removals',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    placeId: bigint('place_id', { mode: 'number' }).notNull(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    name: text('name').notNull(),
    jobRole: text('job_role').$type<JobRole>(),
    phone: text('phone'),
    importedAt: moment('imported_at').notNull(),
    removedBy: uuid('removed_by').references(() => people.id, { onDelete: 'set null' }),
    removedAt: moment('removed_at').notNull(),
    restoredAt: moment('restored_at'),
  },
  (t) => [
    index('roster_removals_unit').on(t.unitId),
    index('roster_removals_removed_by').on(t.removedBy),
  ],
)

/** Names that might be one of several places, or of one that is not written quite like it. */
export const rosterDoubts = pgTable(
  'roster_doubts',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** Ids of places, the nearest first. */
    candidates: jsonb('candidates').$type<number[]>().notNull(),
    state: text('state').$type<'asked' | 'claimed' | 'refused'>().notNull(),
    askedAt: moment('asked_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id, { onDelete: 'set null' }),
    decidedAt: moment('decided_at'),
  },
  (t) => [
    uniqueIndex('roster_doubts_one_asked')
      .on(t.personId)
      .where(sql`${t.state} = 'asked'`),
    index('roster_doubts_person').on(t.personId),
    index('roster_doubts_decided_by').on(t.decidedBy),
    check('roster_doubts_state', sql`${t.state} in ('asked', 'claimed', 'refused')`),
  ],
)

import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../platform/db/columns.ts'
import type { AuditAction } from './actions.ts'

/**
 * Who did what. The app's role may insert and read, and nothing else; see migrateDatabase. Of people
 * it holds random ids alone, without a reference: whoever is erased leaves a number that says nothing.
 */
export const audit = pgTable(
  'audit',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Civil time. */
    at: moment('at').notNull(),
    action: text('action').$type<AuditAction>().notNull(),
    /** Null: from the shell. */
    byId: uuid('by_id'),
    /** Whom it concerns; null: nobody in particular. */
    personId: uuid('person_id'),
    unitId: uuid('unit_id'),
    /** Numbers and names of things; never of people. */
    details: jsonb('details').$type<AuditDetails>().notNull(),
  },
  (t) => [
    index('audit_by')
      .on(t.byId, t.id)
      .where(sql`${t.byId} is not null`),
    index('audit_person')
      .on(t.personId, t.id)
      .where(sql`${t.personId} is not null`),
    index('audit_unit')
      .on(t.unitId, t.id)
      .where(sql`${t.unitId} is not null`),
    index('audit_action').on(t.action, t.id),
    index('audit_at').on(t.at),
  ],
)

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>

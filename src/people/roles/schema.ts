import { sql } from 'drizzle-orm'
import { bigint, check, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../../platform/db/columns.ts'
import { people, units } from '../schema.ts'

/** Who gave or took which role, and when: what is needed to undo it. */
export const roleChanges = pgTable(
  'role_changes',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    change: text('change').$type<'granted' | 'revoked' | 'handed_over'>().notNull(),
    role: text('role').$type<'coordinator' | 'admin'>().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    unitId: uuid('unit_id').references(() => units.id, { onDelete: 'cascade' }),
    /** Those who had the unit before it was handed over. */
    fromIds: jsonb('from_ids').$type<string[]>().notNull(),
    /** Null: from the shell. */
    byId: uuid('by_id').references(() => people.id, { onDelete: 'set null' }),
    changedAt: moment('changed_at').notNull(),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    index('role_changes_person').on(t.personId),
    index('role_changes_unit').on(t.unitId),
    index('role_changes_by').on(t.byId),
    check('role_changes_scope', sql`(${t.role} = 'admin') = (${t.unitId} is null)`),
    check('role_changes_change', sql`${t.change} in ('granted', 'revoked', 'handed_over')`),
  ],
)

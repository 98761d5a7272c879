import { bigint, date, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { deliveries } from '../learning/schema.ts'
import { people } from '../people/schema.ts'
import { moment } from '../platform/db/columns.ts'

/** Reminders: at most one a person and working day. */
export const nudges = pgTable(
  'nudges',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    deliveryId: bigint('delivery_id', { mode: 'number' })
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    /** The person's civil day. */
    day: date('day', { mode: 'string' }).notNull(),
    /** How many came before for the same lesson, plus one. */
    step: smallint('step').notNull(),
    /** What became of it; null while its row waits in the outbox. */
    outcome: text('outcome'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('nudges_once_a_day').on(t.personId, t.day),
    index('nudges_delivery').on(t.deliveryId),
  ],
)

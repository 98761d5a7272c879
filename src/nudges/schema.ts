import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
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
    /** The step of the ladder, from 1 (ladder.ts); 0: a coordinator reminded. */
    rung: smallint('rung').notNull().default(1),
    /** The wording (wordings.ts); null: none was sent, or it came before wordings were kept. */
    variant: text('variant'),
    /** The wordings that might have been said then, a bit for each letter; null as above. */
    awake: smallint('awake'),
    /** Left without a reminder, so that it can be seen what reminders do. */
    heldOut: boolean('held_out').notNull().default(false),
    /** The first answer after it on the same civil day, to whatever question; null: none. */
    answeredAt: moment('answered_at'),
    /** What became of it; null while its row waits in the outbox. */
    outcome: text('outcome'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    unique('nudges_once_a_day').on(t.personId, t.day),
    index('nudges_delivery').on(t.deliveryId),
    index('nudges_when').on(t.createdAt),
    check('nudges_rung', sql`${t.rung} between 0 and 4`),
  ],
)

import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, uuid } from 'drizzle-orm/pg-core'
import { people } from '../people/schema.ts'
import { moment } from '../platform/db/columns.ts'

/** Coordinators' weekly digests: when the next is due, and whether the coordinator wants any. */
export const digests = pgTable(
  'digests',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    wanted: boolean('wanted').notNull().default(true),
    /** By the pure rule, in civil time. */
    nextAt: moment('next_at').notNull(),
  },
  (t) => [
    index('digests_due')
      .on(t.nextAt, t.personId)
      .where(sql`${t.wanted}`),
  ],
)

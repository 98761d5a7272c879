import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { people } from '../../people/schema.ts'
import { moment } from '../../platform/db/columns.ts'

/**
 * Links out of the chat that open a page once. Only a hash of the code is kept: who reads the table
 * cannot open anything with it.
 */
export const webLinks = pgTable(
  'web_links',
  {
    codeHash: text('code_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The page that it opens, a path of ours. */
    path: text('path').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('web_links_person').on(t.personId), index('web_links_expiry').on(t.expiresAt)],
)

/** Who is looking at the pages now: a cookie's hash, for an hour. What they may is asked each time. */
export const webSessions = pgTable(
  'web_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('web_sessions_person').on(t.personId),
    index('web_sessions_expiry').on(t.expiresAt),
  ],
)

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { moment } from '../../platform/db/columns.ts'
import type { ItemFigures } from './analyse-item.ts'
import type { FormPhase } from './form-phase.ts'

/** The analysis of each version of a question, as it was last reckoned; counts alone. */
export const itemFigures = pgTable(
  'item_figures',
  {
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    figures: jsonb('figures').$type<ItemFigures>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.version] })],
)

/** The same of each item of a form that measures, on each of its occasions. */
export const formItemFigures = pgTable(
  'form_item_figures',
  {
    questionId: text('question_id').notNull(),
    version: integer('version').notNull(),
    phase: text('phase').$type<FormPhase>().notNull(),
    figures: jsonb('figures').$type<ItemFigures>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.version, t.phase] }),
    check('form_item_figures_phase', sql`${t.phase} in ('before', 'after', 'delayed')`),
  ],
)

/** When that was, in one row, and up to which answer. */
export const itemRefreshes = pgTable(
  'item_refreshes',
  {
    only: boolean('only').primaryKey().default(true),
    refreshedAt: moment('refreshed_at').notNull(),
    lastAnswer: bigint('last_answer', { mode: 'number' }).notNull(),
  },
  (t) => [check('item_refreshes_only', sql`${t.only}`)],
)

import { sql } from 'drizzle-orm'
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { moment } from '../platform/db/columns.ts'

/** Every wording of a lesson that was ever live, by content hash. */
export const lessonVersions = pgTable(
  'lesson_versions',
  {
    lessonId: text('lesson_id').notNull(),
    hash: text('hash').notNull(),
    trackId: text('track_id').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    firstSeenAt: moment('first_seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.lessonId, t.hash] })],
)

/**
 * Every wording of a question that was ever live: an answer stays with the wording it answered.
 * Statistics of a question are grouped by (question, version), to which an answer comes by joining
 * on (question, hash): a corrected spelling has the version of the wording before it, another
 * meaning the next one.
 */
export const questionVersions = pgTable(
  'question_versions',
  {
    questionId: text('question_id').notNull(),
    hash: text('hash').notNull(),
    lessonId: text('lesson_id').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    /** From 1; see published/judge-edit.ts. */
    version: integer('version').notNull().default(1),
    /**
     * The wording that was live last, which the next one is judged by. Not the newest by
     * `first_seen_at`: an old wording can come back, and civil time can be moved.
     */
    latest: boolean('latest').notNull().default(false),
    firstSeenAt: moment('first_seen_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.hash] }),
    uniqueIndex('question_versions_latest')
      .on(t.questionId)
      .where(sql`${t.latest}`),
  ],
)

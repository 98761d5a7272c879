import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
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

/** Every wording of a question that was ever live: an answer stays with the wording it answered. */
export const questionVersions = pgTable(
  'question_versions',
  {
    questionId: text('question_id').notNull(),
    hash: text('hash').notNull(),
    lessonId: text('lesson_id').notNull(),
    content: jsonb('content').$type<unknown>().notNull(),
    firstSeenAt: moment('first_seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.hash] })],
)

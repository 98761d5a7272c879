import { index, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core'
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

/**
 * The tracks that are live, in the order in which somebody meets them. With the two tables below it
 * is what planning chooses from, in Postgres itself: see live-store.ts.
 */
export const liveTracks = pgTable('live_tracks', {
  trackId: text('track_id').primaryKey(),
  position: smallint('position').notNull(),
  forKind: text('for_kind').$type<'common' | 'role' | 'sector'>().notNull(),
  /** The role or the sector; null for a common track. */
  forValue: text('for_value'),
})

export const liveLessons = pgTable(
  'live_lessons',
  {
    lessonId: text('lesson_id').primaryKey(),
    hash: text('hash').notNull(),
    trackId: text('track_id').notNull(),
    /** Place in the track, from 1. */
    position: smallint('position').notNull(),
  },
  (t) => [index('live_lessons_track').on(t.trackId, t.position)],
)

export const liveQuestions = pgTable(
  'live_questions',
  {
    questionId: text('question_id').primaryKey(),
    hash: text('hash').notNull(),
    lessonId: text('lesson_id').notNull(),
    /** Place in the lesson, from 1: the first is asked on the day of the lesson. */
    position: smallint('position').notNull(),
  },
  (t) => [index('live_questions_lesson').on(t.lessonId, t.position)],
)

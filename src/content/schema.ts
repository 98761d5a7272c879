import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { moment } from '../platform/db/columns.ts'
import type { Locale, TrackFor } from './catalogue.ts'

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

/**
 * The tracks that are live, in the order in which somebody meets them. With the two tables below it
 * is what planning chooses from, in Postgres itself: see live-store.ts.
 */
export const liveTracks = pgTable('live_tracks', {
  trackId: text('track_id').primaryKey(),
  position: smallint('position').notNull(),
  forKind: text('for_kind').$type<TrackFor['kind']>().notNull(),
  /** The role or the sector; null for the others. */
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
    /** The golden rule that it tests, if any: see known-tags.ts. */
    tag: text('tag'),
  },
  (t) => [index('live_questions_lesson').on(t.lessonId, t.position)],
)

/** The items of the assessments that are live; see catalogue.ts. */
export const liveItems = pgTable('live_items', {
  questionId: text('question_id').primaryKey(),
  hash: text('hash').notNull(),
  trackId: text('track_id').notNull(),
  form: text('form').$type<'a' | 'b' | 'delayed'>().notNull(),
  /** Place in the form, from 1. */
  position: smallint('position').notNull(),
  lessonId: text('lesson_id').notNull(),
})

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** The lessons that are live, as they are searched: one row a lesson and language. */
export const lessonSearch = pgTable(
  'lesson_search',
  {
    lessonId: text('lesson_id').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    trackId: text('track_id').notNull(),
    /** Of all that the row is made from: the same hash is not written again. */
    hash: text('hash').notNull(),
    /** What passages are taken from: body and task as Telegram shows them. */
    body: text('body').notNull(),
    /** The different words of all its texts, as `wordsOf` finds them. */
    words: text('words').array().notNull(),
    /** Title (A), objective and task (B) and body (C). */
    document: tsvector('document').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.lessonId, t.locale] }),
    index('lesson_search_document').using('gin', t.document),
  ],
)

/**
 * The vocabulary of the lessons that are live: what a mistyped word is corrected to and a begun one
 * completed with. Where pg_trgm is there, a migration gives it an index of trigrams too.
 */
export const lessonWords = pgTable(
  'lesson_words',
  {
    word: text('word').primaryKey(),
    /** Where it stands: nobody is offered a word of lessons that are not theirs. */
    trackIds: text('track_ids').array().notNull(),
    /** How many lessons hold it. */
    lessons: integer('lessons').notNull(),
  },
  (t) => [index('lesson_words_start').on(t.word.op('text_pattern_ops'))],
)

/**
 * How often lessons were taken up in one process for all of them; a single row. Each process looks
 * whether it has grown since, and reads its folder again.
 */
export const lessonReloads = pgTable(
  'lesson_reloads',
  {
    id: smallint('id').primaryKey(),
    count: integer('count').notNull(),
  },
  (t) => [check('lesson_reloads_one', sql`${t.id} = 1`)],
)

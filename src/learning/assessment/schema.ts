import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { questionVersions } from '../../content/schema.ts'
import { moment } from '../../platform/db/columns.ts'
import { people } from '../../people/schema.ts'

/**
 * The measuring of one person on one track. `before`: the first form, each item before the lesson
 * that it tests; `after`: the other form, once the track is done; `delayed`: the check of what has
 * stayed. Begins with the first lesson of the track, never for whoever had begun already.
 */
export const assessmentRuns = pgTable(
  'assessment_runs',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: text('track_id').notNull(),
    /** Which form comes before, at random; the other comes after. */
    firstForm: text('first_form').$type<'a' | 'b'>().notNull(),
    phase: text('phase').$type<'before' | 'after' | 'delayed' | 'done'>().notNull(),
    /** The person's civil day from which items are asked; null: none now. */
    askOn: date('ask_on', { mode: 'string' }),
    startedAt: moment('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.trackId] }),
    check('assessment_runs_form', sql`${t.firstForm} in ('a', 'b')`),
    check('assessment_runs_phase', sql`${t.phase} in ('before', 'after', 'delayed', 'done')`),
  ],
)

/** An item that was asked of somebody. Nobody sees one twice; one that never arrived has no row. */
export const assessmentItems = pgTable(
  'assessment_items',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: text('track_id').notNull(),
    phase: text('phase').$type<'before' | 'after' | 'delayed'>().notNull(),
    questionId: text('question_id').notNull(),
    questionHash: text('question_hash').notNull(),
    /** `expired`: stood unanswered for a week. An answer is kept all the same. */
    state: text('state').$type<'open' | 'answered' | 'expired'>().notNull(),
    /**
     * The answer counts: one before came ahead of the answer to the lesson that it tests. Null: not
     * answered.
     */
    inTime: boolean('in_time'),
    /** The person's civil day. */
    day: date('day', { mode: 'string' }).notNull(),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    closedAt: moment('closed_at'),
  },
  (t) => [
    unique('assessment_items_once').on(t.personId, t.questionId),
    index('assessment_items_track').on(t.trackId, t.phase),
    index('assessment_items_question').on(t.questionId, t.questionHash),
    index('assessment_items_open_since')
      .on(t.createdAt)
      .where(sql`${t.state} = 'open'`),
    foreignKey({
      name: 'assessment_items_question_version',
      columns: [t.questionId, t.questionHash],
      foreignColumns: [questionVersions.questionId, questionVersions.hash],
    }),
    check('assessment_items_state', sql`${t.state} in ('open', 'answered', 'expired')`),
  ],
)

/** What is asked of everybody and has no right answer: five statements, or the use of AI at work. */
export const surveyAsks = pgTable(
  'survey_asks',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    survey: text('survey').$type<'attitude' | 'work'>().notNull(),
    /** `before` and `after` the common track; or the teaching day: `15`, `30`, `60`. */
    occasion: text('occasion').notNull(),
    /** The person's civil day. */
    day: date('day', { mode: 'string' }).notNull(),
    /** The person did not wish to answer, or not all of it. */
    declined: boolean('declined').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.survey, t.occasion] }),
    check('survey_asks_survey', sql`${t.survey} in ('attitude', 'work')`),
  ],
)

/** What somebody said; the first word stands. */
export const surveyAnswers = pgTable(
  'survey_answers',
  {
    personId: uuid('person_id').notNull(),
    survey: text('survey').$type<'attitude' | 'work'>().notNull(),
    occasion: text('occasion').notNull(),
    /** The statement or question of surveys.yaml. */
    itemId: text('item_id').notNull(),
    /** Attitude: the place on the scale, 1 to 5, as it was tapped. Work: the option's key. */
    value: text('value').notNull(),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.survey, t.occasion, t.itemId] }),
    foreignKey({
      name: 'survey_answers_asked',
      columns: [t.personId, t.survey, t.occasion],
      foreignColumns: [surveyAsks.personId, surveyAsks.survey, surveyAsks.occasion],
    }).onDelete('cascade'),
  ],
)

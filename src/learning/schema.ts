import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { lessonVersions, questionVersions } from '../content/schema.ts'
import { moment, telegramId } from '../platform/db/columns.ts'
import { people } from '../people/schema.ts'
import { assessmentItems } from './assessment/schema.ts'
import type { Badge } from './badges/badge-rule.ts'

const id = (name: string) => bigint(name, { mode: 'number' })

/** Everybody who learns, with the next moment at which planning looks at the person. */
export const learners = pgTable(
  'learners',
  {
    personId: uuid('person_id')
      .primaryKey()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The next teaching moment, by the pure rule, in civil time; null: paused without end. */
    nextDueAt: moment('next_due_at'),
    startedAt: moment('started_at').notNull(),
    /** Civil days on which something was brought: a lesson, or reviews at rest. */
    taughtDays: smallint('taught_days').notNull().default(0),
    /** The last of them. */
    taughtOn: date('taught_on', { mode: 'string' }),
    /** The last civil day on which a question asked how sure the person is: at most one a day. */
    confidenceOn: date('confidence_on', { mode: 'string' }),
  },
  (t) => [index('learners_due').on(t.nextDueAt, t.personId)],
)

/**
 * A person on a track; begun with its first lesson. Done: every lesson answered or skipped. Placed:
 * the first form showed that all of it was known, and the person left the rest out.
 */
export const enrolments = pgTable(
  'enrolments',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: text('track_id').notNull(),
    state: text('state').$type<'active' | 'done' | 'placed'>().notNull(),
    startedAt: moment('started_at').notNull(),
    doneAt: moment('done_at'),
  },
  (t) => [
    unique('enrolments_once').on(t.personId, t.trackId),
    check('enrolments_state', sql`${t.state} in ('active', 'done', 'placed')`),
  ],
)

/**
 * One lesson due to one participant on one day. `open` stands unanswered in the chat: at most one
 * a person, or one at each place of a week's bundle. `undelivered` never arrived, for a reason that the outbox holds, and is planned again.
 */
export const deliveries = pgTable(
  'deliveries',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    enrolmentId: id('enrolment_id')
      .notNull()
      .references(() => enrolments.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    lessonHash: text('lesson_hash').notNull(),
    questionId: text('question_id').notNull(),
    questionHash: text('question_hash').notNull(),
    /** Place in the track, from 1, as shown to the person. */
    position: smallint('position').notNull(),
    state: text('state').$type<'open' | 'answered' | 'skipped' | 'undelivered'>().notNull(),
    cause: text('cause').$type<'due' | 'catch_up' | 'asked'>().notNull(),
    /** How often it was put into the outbox: a part of the key that keeps each once. */
    tries: smallint('tries').notNull().default(1),
    /** Place in the bundle of a week, from 0; 0 as well for a lesson that came alone. */
    bundlePlace: smallint('bundle_place').notNull().default(0),
    /** The quiz asks how sure the person is: see confidence.ts. */
    confidence: boolean('confidence').notNull().default(false),
    dueAt: moment('due_at').notNull(),
    /** When the open lesson was last asked for anew. */
    repeatedAt: moment('repeated_at'),
    /** The person's civil day of the teaching moment. */
    dueDay: date('due_day', { mode: 'string' }).notNull(),
    sentAt: moment('sent_at'),
    quizSentAt: moment('quiz_sent_at'),
    closedAt: moment('closed_at'),
    /** When the next reminder is due (civil time); null: none. */
    nextNudgeAt: moment('next_nudge_at'),
  },
  (t) => [
    unique('deliveries_once').on(t.personId, t.lessonId),
    index('deliveries_enrolment').on(t.enrolmentId),
    uniqueIndex('deliveries_one_open')
      .on(t.personId, t.bundlePlace)
      .where(sql`${t.state} = 'open'`),
    index('deliveries_person').on(t.personId, t.dueAt),
    index('deliveries_nudge')
      .on(t.nextNudgeAt)
      .where(sql`${t.state} = 'open'`),
    index('deliveries_lesson').on(t.lessonId, t.lessonHash),
    index('deliveries_question').on(t.questionId, t.questionHash),
    foreignKey({
      name: 'deliveries_lesson_version',
      columns: [t.lessonId, t.lessonHash],
      foreignColumns: [lessonVersions.lessonId, lessonVersions.hash],
    }),
    foreignKey({
      name: 'deliveries_question_version',
      columns: [t.questionId, t.questionHash],
      foreignColumns: [questionVersions.questionId, questionVersions.hash],
    }),
    check('deliveries_state', sql`${t.state} in ('open', 'answered', 'skipped', 'undelivered')`),
  ],
)

/**
 * What a person remembers of a question: the two quantities of FSRS, and the civil day on which it
 * is worth asking again. Without an answer so far (the other questions of a lesson) both are null.
 */
export const reviewCards = pgTable(
  'review_cards',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    /** Days after which it is still known with a probability of 90%. */
    stability: doublePrecision('stability'),
    /** 1 easy … 10 hard. */
    difficulty: doublePrecision('difficulty'),
    /** The person's civil day of the last answer. */
    lastDay: date('last_day', { mode: 'string' }),
    /** The last answer was wrong. */
    lapsed: boolean('lapsed').notNull().default(false),
    /** It was wrong, and the person had been sure: it comes back before all others. */
    misled: boolean('misled').notNull().default(false),
    dueDay: date('due_day', { mode: 'string' }).notNull(),
    answers: smallint('answers').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.questionId] }),
    index('review_cards_due').on(t.personId, t.dueDay),
  ],
)

/** A question that was asked again: on its day (`due`), or because the person wished (`practice`). */
export const reviews = pgTable(
  'reviews',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionHash: text('question_hash').notNull(),
    cause: text('cause').$type<'due' | 'practice'>().notNull(),
    /** It asks how sure the person is: see confidence.ts. */
    confidence: boolean('confidence').notNull().default(false),
    /** `expired`: stood unanswered for a week; an answer counts all the same. */
    state: text('state').$type<'open' | 'answered' | 'expired' | 'undelivered'>().notNull(),
    /** The person's civil day. */
    day: date('day', { mode: 'string' }).notNull(),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
    closedAt: moment('closed_at'),
  },
  (t) => [
    uniqueIndex('reviews_one_open')
      .on(t.personId, t.questionId)
      .where(sql`${t.state} = 'open'`),
    index('reviews_open_since')
      .on(t.createdAt)
      .where(sql`${t.state} = 'open'`),
    index('reviews_question').on(t.questionId, t.questionHash),
    foreignKey({
      name: 'reviews_question_version',
      columns: [t.questionId, t.questionHash],
      foreignColumns: [questionVersions.questionId, questionVersions.hash],
    }),
    check('reviews_state', sql`${t.state} in ('open', 'answered', 'expired', 'undelivered')`),
  ],
)

/** Tracks that somebody takes beside those of role and unit, or leaves out. */
export const trackChoices = pgTable(
  'track_choices',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: text('track_id').notNull(),
    choice: text('choice').$type<'added' | 'left'>().notNull(),
    chosenAt: moment('chosen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.trackId] })],
)

/**
 * Polls that stand in chats. A poll answer has no chat: the poll's id leads back to the delivery, the
 * review or the item of an assessment. One of these can have several, when an uncertain send was repeated.
 */
export const polls = pgTable(
  'polls',
  {
    pollId: text('poll_id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    deliveryId: id('delivery_id').references(() => deliveries.id, { onDelete: 'cascade' }),
    reviewId: id('review_id').references(() => reviews.id, { onDelete: 'cascade' }),
    itemId: id('item_id').references(() => assessmentItems.id, { onDelete: 'cascade' }),
    /**
     * Telegram's persistent id of each option → what it stands for: the option's key in the question,
     * and with a confidence check how sure, as grade.ts writes it.
     */
    optionKeys: jsonb('option_keys').$type<Record<string, string>>().notNull(),
    messageId: telegramId('message_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('polls_person').on(t.personId),
    index('polls_delivery').on(t.deliveryId),
    index('polls_review').on(t.reviewId),
    index('polls_item').on(t.itemId),
    check('polls_of_one', sql`num_nonnulls(${t.deliveryId}, ${t.reviewId}, ${t.itemId}) = 1`),
  ],
)

/**
 * Answers to polls that are not known yet: an answer can arrive before the send's response is
 * stored, or the response was lost. Matched when the poll turns up, or to the person's uncertain
 * quiz; forgotten after a day.
 */
export const earlyAnswers = pgTable(
  'early_answers',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    pollId: text('poll_id').notNull(),
    telegramId: telegramId('telegram_id').notNull(),
    persistentIds: jsonb('persistent_ids').$type<string[]>().notNull(),
    positions: jsonb('positions').$type<number[]>().notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [unique('early_answers_once').on(t.pollId, t.telegramId)],
)

/** Answers, each graded once per person, question and occasion. */
export const answers = pgTable(
  'answers',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    questionId: text('question_id').notNull(),
    questionHash: text('question_hash').notNull(),
    /** What it answered: `lesson:<delivery>`, `review:<review>` or `assessment:<item>`. */
    occasion: text('occasion').notNull(),
    deliveryId: id('delivery_id').references(() => deliveries.id, { onDelete: 'cascade' }),
    reviewId: id('review_id').references(() => reviews.id, { onDelete: 'cascade' }),
    itemId: id('item_id').references(() => assessmentItems.id, { onDelete: 'cascade' }),
    optionKey: text('option_key').notNull(),
    correct: boolean('correct').notNull(),
    /** How sure the person was; null: not asked. */
    sure: boolean('sure'),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [
    unique('answers_once').on(t.personId, t.questionId, t.occasion),
    index('answers_person').on(t.personId, t.answeredAt),
    index('answers_question').on(t.questionId, t.questionHash),
    index('answers_delivery').on(t.deliveryId),
    index('answers_review').on(t.reviewId),
    index('answers_item').on(t.itemId),
    index('answers_when').on(t.answeredAt),
    foreignKey({
      name: 'answers_question_version',
      columns: [t.questionId, t.questionHash],
      foreignColumns: [questionVersions.questionId, questionVersions.hash],
    }),
  ],
)

/** What an organisation has set about learning; see settings.ts for names, bounds and defaults. */
export const settings = pgTable('settings', {
  name: text('name').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
  changedAt: moment('changed_at').notNull(),
})

/** Badges that people earned. One is never taken back, and told once. */
export const badges = pgTable(
  'badges',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    badge: text('badge').$type<Badge>().notNull(),
    earnedAt: moment('earned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.badge] })],
)

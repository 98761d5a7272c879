import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { lessonVersions, questionVersions } from '../content/schema.ts'
import { moment, telegramId } from '../platform/db/columns.ts'
import { people } from '../people/schema.ts'

const id = (name: string) => bigint(name, { mode: 'number' })

/** A person on a track. `nextDueAt` is the next teaching moment, reckoned by the pure rule. */
export const enrolments = pgTable(
  'enrolments',
  {
    id: id('id').primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    trackId: text('track_id').notNull(),
    state: text('state').$type<'active' | 'done'>().notNull(),
    /** Civil time; null when nothing is to come (paused without end, done). */
    nextDueAt: moment('next_due_at'),
    /** Raised by each change of hour, zone or pause: work planned under an older one is stale. */
    planVersion: integer('plan_version').notNull().default(1),
    startedAt: moment('started_at').notNull(),
    doneAt: moment('done_at'),
  },
  (t) => [
    unique('enrolments_once').on(t.personId, t.trackId),
    index('enrolments_due')
      .on(t.nextDueAt)
      .where(sql`${t.state} = 'active'`),
  ],
)

/**
 * One lesson due to one participant on one day. `open` stands unanswered in the chat: at most one
 * a person. `undelivered` never arrived, for a reason that the outbox holds, and is planned again.
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
    unique('deliveries_once').on(t.enrolmentId, t.lessonId),
    uniqueIndex('deliveries_one_open')
      .on(t.personId)
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
 * Polls that stand in chats. A poll answer has no chat: the poll's id leads back to the delivery.
 * One delivery can have several, when an uncertain send was repeated.
 */
export const polls = pgTable(
  'polls',
  {
    pollId: text('poll_id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    deliveryId: id('delivery_id')
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    /** Telegram's persistent id of each option → the option's key in the question. */
    optionKeys: jsonb('option_keys').$type<Record<string, string>>().notNull(),
    messageId: telegramId('message_id').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [index('polls_person').on(t.personId), index('polls_delivery').on(t.deliveryId)],
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
    /** What it answered: `lesson:<delivery>`; later `review:<n>` and others. */
    occasion: text('occasion').notNull(),
    deliveryId: id('delivery_id').references(() => deliveries.id, { onDelete: 'cascade' }),
    optionKey: text('option_key').notNull(),
    correct: boolean('correct').notNull(),
    answeredAt: moment('answered_at').notNull(),
  },
  (t) => [
    unique('answers_once').on(t.personId, t.questionId, t.occasion),
    index('answers_person').on(t.personId, t.answeredAt),
    index('answers_question').on(t.questionId, t.questionHash),
    index('answers_delivery').on(t.deliveryId),
    index('answers_when').on(t.answeredAt),
    foreignKey({
      name: 'answers_question_version',
      columns: [t.questionId, t.questionHash],
      foreignColumns: [questionVersions.questionId, questionVersions.hash],
    }),
  ],
)

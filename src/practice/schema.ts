import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people, units } from '../people/schema.ts'
import { moment, telegramId } from '../platform/db/columns.ts'

/**
 * What a person wrote for the task of a lesson, masked; the newest takes the place of the one before.
 * Nobody else sees it unless its writer shares it. Withdrawn, the row is gone.
 */
export const practiceReplies = pgTable(
  'practice_replies',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    lessonId: text('lesson_id').notNull(),
    text: text('text').notNull(),
    /** Since when coordinators may see it; null: it is for the person alone. */
    sharedAt: moment('shared_at'),
    praisedAt: moment('praised_at'),
    praisedBy: uuid('praised_by').references(() => people.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (t) => [
    unique('practice_replies_once').on(t.personId, t.lessonId),
    index('practice_replies_shared')
      .on(t.sharedAt, t.id)
      .where(sql`${t.sharedAt} is not null`),
    index('practice_replies_praised_by').on(t.praisedBy),
  ],
)

/** A question to whoever coordinates, masked, with its answer. */
export const practiceQuestions = pgTable(
  'practice_questions',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The lesson below which it was asked; null: none. */
    lessonId: text('lesson_id'),
    text: text('text').notNull(),
    askedAt: moment('asked_at').notNull(),
    /** The chat and the message of the person's own words there: the answer replies to it. */
    askedIn: telegramId('asked_in'),
    messageId: telegramId('message_id'),
    /** Whoever is writing the answer, until when nobody else may; past that moment it is free again. */
    takenBy: uuid('taken_by').references(() => people.id, { onDelete: 'set null' }),
    takenAs: text('taken_as').$type<AnswererRole>(),
    takenUntil: moment('taken_until'),
    /** The unit whose coordinators were asked last; null: the admins, or nobody yet. */
    standsAt: uuid('stands_at').references(() => units.id, { onDelete: 'set null' }),
    /** When it goes up a unit unless it is answered by then; null: it is at the top. */
    risesAt: moment('rises_at'),
    answer: text('answer'),
    answeredAt: moment('answered_at'),
    answeredBy: uuid('answered_by').references(() => people.id, { onDelete: 'set null' }),
    /** In which role it was answered: that is what the person sees. */
    answeredAs: text('answered_as').$type<AnswererRole>(),
  },
  (t) => [
    index('practice_questions_person').on(t.personId),
    index('practice_questions_open')
      .on(t.askedAt, t.id)
      .where(sql`${t.answeredAt} is null`),
    index('practice_questions_answered_by').on(t.answeredBy),
    index('practice_questions_taken')
      .on(t.takenUntil)
      .where(sql`${t.answeredAt} is null and ${t.takenUntil} is not null`),
    index('practice_questions_taken_by').on(t.takenBy),
    index('practice_questions_rising')
      .on(t.risesAt)
      .where(sql`${t.answeredAt} is null and ${t.risesAt} is not null`),
    index('practice_questions_stands_at').on(t.standsAt),
    check('practice_questions_role', sql`${t.answeredAs} in ('coordinator', 'admin')`),
    check('practice_questions_taken_as', sql`${t.takenAs} in ('coordinator', 'admin')`),
    check('practice_questions_answered', sql`(${t.answeredAt} is null) = (${t.answer} is null)`),
  ],
)

export type AnswererRole = 'coordinator' | 'admin'

/**
 * A text that nobody asked for, masked, until its writer has said what it is; then, or after an hour,
 * it is gone from here. At most one a person.
 */
export const practiceDrafts = pgTable(
  'practice_drafts',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    /** The writer's message that holds it. */
    messageId: telegramId('message_id'),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    unique('practice_drafts_one').on(t.personId),
    index('practice_drafts_expiry').on(t.expiresAt),
  ],
)

import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { people } from '../people/schema.ts'
import { moment } from '../platform/db/columns.ts'

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
    check('practice_questions_role', sql`${t.answeredAs} in ('coordinator', 'admin')`),
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
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    unique('practice_drafts_one').on(t.personId),
    index('practice_drafts_expiry').on(t.expiresAt),
  ],
)

import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { people } from '../people/schema.ts'
import { moment, telegramId } from '../platform/db/columns.ts'
import type {
  AnnouncedPoll,
  AnnouncementKind,
  AnnouncementState,
  Audience,
  Correction,
  NeededApproval,
  RecipientOutcome,
} from './words.ts'

/**
 * A coordinator's message to many. Its words stand in her chat with the bot and are copied from
 * there; here stand only the numbers of the messages, a poll's wording and that of a correction.
 */
export const announcements = pgTable(
  'announcements',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    authorId: uuid('author_id').references(() => people.id, { onDelete: 'set null' }),
    state: text('state').$type<AnnouncementState>().notNull(),
    /** Null until she has sent the message. */
    kind: text('kind').$type<AnnouncementKind>(),
    /** The author's chat, in which the messages below stand. */
    chatId: telegramId('chat_id').notNull(),
    sourceIds: telegramId('source_ids').array().notNull().default([]),
    album: text('album'),
    /** The bot's own copies, which nobody can edit: everybody's copy is made from these. */
    previewIds: telegramId('preview_ids').array().notNull().default([]),
    poll: jsonb('poll').$type<AnnouncedPoll>(),
    /** Kinds of personal data in it, to warn of. */
    found: text('found').array().notNull().default([]),
    audience: jsonb('audience').$type<Audience>().notNull(),
    /** Raised with every change of a draft: what was pressed below an older preview is stale. */
    revision: integer('revision').notNull().default(0),
    /** How many, and who, the preview showed: a sum over the ids. */
    previewedCount: integer('previewed_count'),
    previewedHash: text('previewed_hash'),
    /** Whether it keeps to working hours. */
    inHours: boolean('in_hours').notNull().default(true),
    needs: text('needs').$type<NeededApproval>().notNull().default('none'),
    /** The moment that was wished for; null: at once. Of what the closing hour holds: when it goes on. */
    sendAt: moment('send_at'),
    /** The end of the time in which it can be undone. */
    startsAt: moment('starts_at'),
    queuedAt: moment('queued_at'),
    /** Why it stopped. */
    reason: text('reason'),
    /** 1, and one more with each correction. */
    version: smallint('version').notNull().default(1),
    /** The version that every copy was told of. */
    spreadVersion: smallint('spread_version').notNull().default(1),
    correction: jsonb('correction').$type<Correction>(),
    /** Work is left for the announcer: rows to write, to hold, to let go, to cancel, to take back. */
    unsettled: boolean('unsettled').notNull().default(false),
    recalledAt: moment('recalled_at'),
    remindedAt: moment('reminded_at'),
    confirmedAt: moment('confirmed_at'),
    endedAt: moment('ended_at'),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    index('announcements_author').on(t.authorId, t.id),
    index('announcements_live')
      .on(t.id)
      .where(
        sql`${t.state} in ('awaiting_approval', 'scheduled', 'undoable', 'sending', 'paused') or ${t.unsettled}`,
      ),
    check(
      'announcements_state',
      sql`${t.state} in ('draft', 'awaiting_approval', 'scheduled', 'undoable', 'sending', 'paused', 'cancelled', 'done', 'recalled')`,
    ),
    check('announcements_needs', sql`${t.needs} in ('none', 'second', 'admin')`),
  ],
)

/** Who is to have a copy, and what became of it: one row a person, from before the first is sent. */
export const announcementRecipients = pgTable(
  'announcement_recipients',
  {
    announcementId: bigint('announcement_id', { mode: 'number' })
      .notNull()
      .references(() => announcements.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The latest row of the outbox; kept by number alone, since the ledger forgets. */
    outboxId: bigint('outbox_id', { mode: 'number' }).notNull(),
    /** The person's civil day: more than two of one day need an admin. */
    day: date('day', { mode: 'string' }).notNull(),
    outcome: text('outcome').$type<RecipientOutcome>(),
    reason: text('reason'),
    /** Where the copies stand; more than one message for an album, or when a lost one turned up. */
    chatId: telegramId('chat_id').notNull(),
    messageIds: telegramId('message_ids').array().notNull().default([]),
    sentAt: moment('sent_at'),
    acknowledgedAt: moment('acknowledged_at'),
    /** Positions of the options that were chosen in a poll. */
    choice: smallint('choice').array(),
    /** The version that this copy ought to show, and the one that it was told of. */
    dueVersion: smallint('due_version').notNull().default(1),
    toldVersion: smallint('told_version').notNull().default(1),
    /** What became of bringing it the new wording, and of taking it back. */
    edit: text('edit').$type<'queued' | 'done' | 'failed'>(),
    recall: text('recall').$type<'queued' | 'done' | 'too_old' | 'failed'>(),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.personId] }),
    index('announcement_recipients_person').on(t.personId, t.day),
    index('announcement_recipients_open')
      .on(t.announcementId)
      .where(sql`${t.outcome} is null`),
    check(
      'announcement_recipients_outcome',
      sql`${t.outcome} in ('sent', 'unreachable', 'failed', 'uncertain', 'cancelled')`,
    ),
    check('announcement_recipients_edit', sql`${t.edit} in ('queued', 'done', 'failed')`),
    check(
      'announcement_recipients_recall',
      sql`${t.recall} in ('queued', 'done', 'too_old', 'failed')`,
    ),
  ],
)

/** What somebody else said to an announcement that needed it. */
export const announcementApprovals = pgTable(
  'announcement_approvals',
  {
    announcementId: bigint('announcement_id', { mode: 'number' })
      .notNull()
      .references(() => announcements.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    approved: boolean('approved').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.announcementId, t.personId] }),
    index('announcement_approvals_person').on(t.personId),
  ],
)

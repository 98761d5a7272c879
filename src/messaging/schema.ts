import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, telegramId } from '../platform/db/columns.ts'
import type { Lane } from './lanes.ts'
import type { WaitsFor } from './message.ts'

const ledgerId = (name: string) => bigint(name, { mode: 'number' })

/**
 * The ledger of updates received. A row is written before its update is confirmed to Telegram; the
 * body is cleared in the transaction that handles it, so that nothing a person typed stays here.
 */
export const inbox = pgTable(
  'inbox',
  {
    id: ledgerId('id').primaryKey().generatedAlwaysAsIdentity(),
    botId: telegramId('bot_id').notNull(),
    updateId: telegramId('update_id').notNull(),
    kind: text('kind').notNull(),
    /** Telegram's id of the person (or of the chat, without one): updates of one key go in order. */
    personKey: telegramId('person_key').notNull(),
    body: jsonb('body').$type<unknown>(),
    state: text('state').$type<'new' | 'handled' | 'passed' | 'parked'>().notNull(),
    tries: smallint('tries').notNull().default(0),
    /** Elapsed time: not to be tried before. */
    retryAt: moment('retry_at'),
    error: text('error'),
    receivedAt: moment('received_at').notNull(),
    handledAt: moment('handled_at'),
  },
  (t) => [
    unique('inbox_update_once').on(t.botId, t.updateId),
    index('inbox_new')
      .on(t.personKey, t.id)
      .where(sql`${t.state} = 'new'`),
    // Votes are taken by themselves (`VOTE` of the bot): a million of them must not be read through
    // for the one message that came after them, nor the other way about.
    index('inbox_new_votes')
      .on(t.id)
      .where(sql`${t.state} = 'new' and ${t.kind} = 'poll_answer'`),
    index('inbox_new_others')
      .on(t.id)
      .where(sql`${t.state} = 'new' and ${t.kind} <> 'poll_answer'`),
    index('inbox_done')
      .on(t.id)
      .where(sql`${t.state} in ('handled', 'passed')`),
    index('inbox_parked')
      .on(t.receivedAt)
      .where(sql`${t.state} = 'parked'`),
    check('inbox_state', sql`${t.state} in ('new', 'handled', 'passed', 'parked')`),
  ],
)

export type OutboxState = 'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled'

/**
 * The ledger of what is to be sent: one row a message to one chat. Nothing is sent but from a row.
 * A row holds references (`kind`, `args`) and is rendered when it is sent.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: ledgerId('id').primaryKey().generatedAlwaysAsIdentity(),
    lane: text('lane').$type<Lane>().notNull(),
    /** Names the view that renders it, and with that the policy for an uncertain outcome. */
    kind: text('kind').notNull(),
    args: jsonb('args').$type<Record<string, unknown>>().notNull(),
    personId: uuid('person_id'),
    chatId: telegramId('chat_id').notNull(),
    /** Rows of one bundle go in order of position, the next when the one before is sent. */
    bundleId: uuid('bundle_id'),
    bundlePosition: smallint('bundle_position').notNull().default(0),
    /** False while an earlier row of the bundle is not sent. */
    ready: boolean('ready').notNull().default(true),
    state: text('state').$type<OutboxState>().notNull().default('pending'),
    /** Number of the last lease; a worker whose number is older is fenced off. */
    attempt: integer('attempt').notNull().default(0),
    /** Attempts that count against the limit: a 429 spends none. */
    spent: smallint('spent').notNull().default(0),
    uncertainResends: smallint('uncertain_resends').notNull().default(0),
    /** Effects that must happen once have a key: a second insert with it does nothing. */
    dedupeKey: text('dedupe_key'),
    /** A newer row with the same key cancels the older ones that are still pending. */
    supersedeKey: text('supersede_key'),
    /** The person's civil day; only a day's first message makes a sound. Null: always silent. */
    soundDay: date('sound_day', { mode: 'string' }),
    /** Civil time. */
    notBefore: moment('not_before'),
    /** By which rule `not_before` was reckoned from the person's calendar; null: it stands as it is. */
    waitsFor: text('waits_for').$type<WaitsFor>(),
    notAfter: moment('not_after').notNull(),
    /** Elapsed time: until then whoever wrote it sends it itself; what is fed stands in outbox_queue_marks. */
    queuedUntil: moment('queued_until'),
    /** Elapsed time, as the lease: not to be tried before. */
    retryAt: moment('retry_at'),
    leaseUntil: moment('lease_until'),
    leasedBy: text('leased_by'),
    messageId: telegramId('message_id'),
    reason: text('reason'),
    createdAt: moment('created_at').notNull(),
    finishedAt: moment('finished_at'),
  },
  (t) => [
    unique('outbox_dedupe').on(t.dedupeKey),
    index('outbox_feed')
      .on(t.lane, t.id)
      .where(sql`${t.state} = 'pending' and ${t.ready}`),
    index('outbox_chat_order')
      .on(t.chatId, t.lane, t.id)
      .where(sql`${t.state} in ('pending', 'sending')`),
    index('outbox_leases')
      .on(t.leaseUntil)
      .where(sql`${t.state} = 'sending'`),
    index('outbox_held')
      .on(t.queuedUntil)
      .where(sql`${t.state} = 'pending' and ${t.queuedUntil} is not null`),
    index('outbox_expiry')
      .on(t.notAfter)
      .where(sql`${t.state} = 'pending'`),
    index('outbox_bundle')
      .on(t.bundleId, t.bundlePosition)
      .where(sql`${t.bundleId} is not null`),
    index('outbox_supersede')
      .on(t.supersedeKey)
      .where(sql`${t.state} = 'pending'`),
    index('outbox_person').on(t.personId, t.id),
    index('outbox_waits')
      .on(t.id)
      .where(sql`${t.state} = 'pending' and ${t.waitsFor} is not null`),
    check('outbox_waits_for', sql`${t.waitsFor} in ('hours', 'lesson', 'nudge')`),
    check(
      'outbox_state',
      sql`${t.state} in ('pending', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')`,
    ),
    check('outbox_lane', sql`${t.lane} in ('reply', 'lesson', 'review', 'announcement', 'nudge')`),
  ],
)

/**
 * What the queue holds of the outbox, by its feeder. A mark of its own, since one in the row would
 * write the row and its indexes anew. Unlogged (see the migration): a crash of the server empties it,
 * and what the queue holds is fed once more, which the lease bears.
 */
export const outboxQueueMarks = pgTable('outbox_queue_marks', {
  outboxId: ledgerId('outbox_id').primaryKey(),
  /** Elapsed time after which the queue has lost it. */
  until: moment('until').notNull(),
})

/**
 * Every call that was made for a row, as a row of its own: a fenced worker's late result is kept
 * here, since a copy that did arrive must be gradable, correctable and recallable.
 */
export const outboxAttempts = pgTable(
  'outbox_attempts',
  {
    outboxId: ledgerId('outbox_id')
      .notNull()
      .references(() => outbox.id, { onDelete: 'cascade' }),
    attempt: integer('attempt').notNull(),
    worker: text('worker').notNull(),
    outcome: text('outcome').notNull(),
    messageId: telegramId('message_id'),
    pollId: text('poll_id'),
    error: text('error'),
    /** True when the result came after the lease had been taken away. */
    late: boolean('late').notNull().default(false),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.outboxId, t.attempt] }),
    index('outbox_attempts_poll')
      .on(t.pollId)
      .where(sql`${t.pollId} is not null`),
  ],
)

/**
 * The pace of one bot over all workers, in milliseconds of the server's elapsed time since 1970.
 * It lives in Postgres on both queue backends: a flush of Redis must not reset it.
 */
export const pace = pgTable('pace', {
  botId: telegramId('bot_id').primaryKey(),
  bulkNextMs: doublePrecision('bulk_next_ms').notNull().default(0),
  totalNextMs: doublePrecision('total_next_ms').notNull().default(0),
  pausedUntilMs: doublePrecision('paused_until_ms').notNull().default(0),
  /** Why nothing is sent at all, e.g. a revoked token. */
  halted: text('halted'),
  /** Which token is in use, as a digest: a process that still has an older one sends nothing. */
  tokenMark: text('token_mark'),
  /** Bulk messages a second that the adaptive mode has found; null: it never ran. */
  rate: doublePrecision('rate'),
  /** When a 429 last stepped it back. */
  steppedAtMs: doublePrecision('stepped_at_ms').notNull().default(0),
})

/** When a chat may get its next message (elapsed time), and on which civil day it last made a sound. */
export const chatPace = pgTable('chat_pace', {
  chatId: telegramId('chat_id').primaryKey(),
  freeAt: moment('free_at').notNull(),
  soundDay: date('sound_day', { mode: 'string' }),
})

/**
 * Processes that send. Each holds a lock named after its id for as long as it lives, so that its
 * death is noticed at once, without waiting for a lease to run out.
 */
export const workers = pgTable('workers', {
  id: text('id').primaryKey(),
  startedAt: moment('started_at').notNull(),
})

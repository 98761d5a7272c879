import { and, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { anyOf, at, elapsedIn, rowsOf, type Db } from '../platform/db/index.ts'
import { cancelRest, readyRest } from './bundle-store.ts'
import type { NewMessage } from './message.ts'
import { outbox } from './schema.ts'

/** Rows of one insert. */
const CHUNK = 1000

export interface InsertOptions {
  readonly now: Date
  /**
   * Elapsed milliseconds for which the feeder leaves the rows alone, because the caller sends them
   * itself right after its commit. If it dies before, the feeder takes over.
   */
  readonly heldMs?: number
}

/**
 * Puts messages into the outbox, in order. A message whose dedupe key is there already is passed
 * over; one with a supersede key cancels the older pending ones with that key.
 *
 * @returns the ids of the new rows
 */
export async function insertMessages(
  db: Db,
  messages: readonly NewMessage[],
  options: InsertOptions,
): Promise<number[]> {
  return insertRows(
    db,
    messages.map((message) => ({ ...message, bundleId: null, bundlePosition: 0 })),
    options,
  )
}

/**
 * Puts bundles into the outbox: the messages of each go in order, the next only when the one before
 * was sent, and a failure cancels the rest. When the first of a bundle is a duplicate, the whole
 * bundle is.
 */
export async function insertBundles(
  db: Db,
  bundles: readonly (readonly NewMessage[])[],
  options: InsertOptions,
): Promise<number[]> {
  const known = await knownKeys(
    db,
    bundles.flatMap(([first]) => first?.dedupeKey ?? []),
  )
  return insertRows(
    db,
    bundles.flatMap((messages) => {
      if (known.has(messages[0]?.dedupeKey ?? '')) return []
      const bundleId = crypto.randomUUID()
      return messages.map((message, position) => ({
        ...message,
        bundleId,
        bundlePosition: position,
      }))
    }),
    options,
  )
}

async function knownKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (keys.length === 0) return new Set()
  const rows = await db
    .select({ key: outbox.dedupeKey })
    .from(outbox)
    .where(anyOf(outbox.dedupeKey, keys))
  return new Set(rows.map((row) => row.key))
}

type Row = NewMessage & { readonly bundleId: string | null; readonly bundlePosition: number }

async function insertRows(db: Db, rows: readonly Row[], options: InsertOptions): Promise<number[]> {
  await supersede(db, rows, options.now)
  const ids: number[] = []
  for (let start = 0; start < rows.length; start += CHUNK) {
    const inserted = await insertChunk(db, rows.slice(start, start + CHUNK), options)
    ids.push(...inserted)
  }
  return ids
}

/** The rows as one parameter: the query builder takes longer over a parameter for each column. */
async function insertChunk(
  db: Db,
  rows: readonly Row[],
  { now, heldMs }: InsertOptions,
): Promise<number[]> {
  const records = rows.map((row, place) => ({
    place,
    lane: row.lane,
    kind: row.kind,
    args: row.args,
    person_id: row.personId,
    chat_id: row.chatId,
    bundle_id: row.bundleId,
    bundle_position: row.bundlePosition,
    dedupe_key: row.dedupeKey ?? null,
    supersede_key: row.supersedeKey ?? null,
    sound_day: row.soundDay ?? null,
    not_before: row.notBefore ?? null,
    not_after: row.notAfter,
  }))
  const held = heldMs === undefined ? sql`null` : elapsedIn(heldMs)
  const inserted = await rowsOf<{ id: string }>(
    db,
    sql`
    insert into outbox (lane, kind, args, person_id, chat_id, bundle_id, bundle_position, ready,
      dedupe_key, supersede_key, sound_day, not_before, not_after, queued_until, created_at)
    select r.lane, r.kind, r.args, r.person_id, r.chat_id, r.bundle_id, r.bundle_position,
      r.bundle_position = 0, r.dedupe_key, r.supersede_key, r.sound_day, r.not_before, r.not_after,
      ${held}, ${at(now)}
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(place int, lane text, kind text,
      args jsonb, person_id uuid, chat_id bigint, bundle_id uuid, bundle_position smallint,
      dedupe_key text, supersede_key text, sound_day date, not_before timestamptz,
      not_after timestamptz)
    order by r.place
    on conflict (dedupe_key) do nothing
    returning id`,
  )
  return inserted.map((row) => Number(row.id))
}

async function supersede(db: Db, rows: readonly Row[], now: Date): Promise<void> {
  const keys = rows.flatMap((row) => (row.supersedeKey === undefined ? [] : [row.supersedeKey]))
  if (keys.length === 0) return
  const superseded = await db
    .update(outbox)
    .set({ state: 'cancelled', reason: 'superseded', finishedAt: now })
    .where(and(anyOf(outbox.supersedeKey, keys), eq(outbox.state, 'pending')))
    .returning({ bundleId: outbox.bundleId, bundlePosition: outbox.bundlePosition })
  await cancelRest(db, superseded, now)
}

/**
 * Cancels pending messages by their dedupe keys; what is in flight or sent stays as it is, and what
 * comes after them in their bundles need not wait for them.
 */
export async function cancelMessages(
  db: Db,
  dedupeKeys: readonly string[],
  reason: string,
  now: Date,
): Promise<void> {
  if (dedupeKeys.length === 0) return
  const cancelled = await db
    .update(outbox)
    .set({ state: 'cancelled', reason, finishedAt: now })
    .where(and(anyOf(outbox.dedupeKey, dedupeKeys), eq(outbox.state, 'pending')))
    .returning({ bundleId: outbox.bundleId })
  await readyRest(
    db,
    cancelled.flatMap((row) => row.bundleId ?? []),
  )
}

export interface SentMessage {
  readonly messageId: number
  /** Where it stands; a person can have another chat by now. */
  readonly chatId: number
  /** Civil time; Telegram lets a bot delete a message for two days. */
  readonly sentAt: Date
}

/** Whether a message of one of these kinds is still on its way to the person. */
export async function isUnderWay(
  db: Db,
  personId: string,
  kinds: readonly string[],
): Promise<boolean> {
  const [row] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        anyOf(outbox.kind, kinds),
        inArray(outbox.state, ['pending', 'sending']),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whether a message that a newer one with this key would cancel is still waiting. */
export async function isWaiting(db: Db, supersedeKey: string): Promise<boolean> {
  const [row] = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.supersedeKey, supersedeKey), eq(outbox.state, 'pending')))
    .limit(1)
  return row !== undefined
}

/** Whether the row with this key was sent: for calls that make no message, such as a deletion. */
export async function wasSent(db: Db, dedupeKey: string): Promise<boolean> {
  const [row] = await db
    .select({ state: outbox.state })
    .from(outbox)
    .where(eq(outbox.dedupeKey, dedupeKey))
  return row?.state === 'sent'
}

/** Whether the row with this key is yet to be sent: what edits its message has to wait for it. */
export async function isToBeSent(db: Db, dedupeKey: string): Promise<boolean> {
  const [row] = await db
    .select({ state: outbox.state })
    .from(outbox)
    .where(eq(outbox.dedupeKey, dedupeKey))
  return row?.state === 'pending' || row?.state === 'sending'
}

/** The message that a row became; undefined while it is not sent. */
export async function sentMessageOf(db: Db, dedupeKey: string): Promise<SentMessage | undefined> {
  const [row] = await db
    .select({ messageId: outbox.messageId, chatId: outbox.chatId, sentAt: outbox.finishedAt })
    .from(outbox)
    .where(eq(outbox.dedupeKey, dedupeKey))
  if (row === undefined || row.messageId === null || row.sentAt === null) return undefined
  return { messageId: row.messageId, chatId: row.chatId, sentAt: row.sentAt }
}

/** What a message in somebody's chat was made from; undefined: not one of the bot's, or forgotten. */
export async function sourceOfMessage(
  db: Db,
  { personId, chatId, messageId }: ChatMessage,
): Promise<{ readonly kind: string; readonly args: Record<string, unknown> } | undefined> {
  const [row] = await db
    .select({ kind: outbox.kind, args: outbox.args })
    .from(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.chatId, chatId),
        eq(outbox.messageId, messageId),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(1)
  return row
}

export interface ChatMessage {
  readonly personId: string
  readonly chatId: number
  readonly messageId: number
}

/**
 * The insert of bundles that a query makes, for sets too large to pass through the program; a part
 * of a larger statement. The query's columns: lane, kind, args (jsonb), person_id, chat_id,
 * bundle_id, bundle_position (from 0, without gaps), not_after, sound_day, dedupe_key.
 */
export function bundlesFrom(query: SQL, options: InsertOptions): SQL {
  const held = options.heldMs === undefined ? sql`null` : elapsedIn(options.heldMs)
  return sql`
    insert into outbox (lane, kind, args, person_id, chat_id, bundle_id, bundle_position, ready,
      not_after, sound_day, dedupe_key, queued_until, created_at)
    select q.lane, q.kind, q.args, q.person_id, q.chat_id, q.bundle_id, q.bundle_position,
      q.bundle_position = 0, q.not_after, q.sound_day, q.dedupe_key, ${held}, ${at(options.now)}
    from (${query}) q order by q.bundle_id, q.bundle_position
    on conflict (dedupe_key) do nothing
    returning id`
}

/**
 * The same for one message a person, or for bundles that may not go before a moment; it gives back
 * who got which row. The query's columns: lane, kind, args (jsonb), person_id, chat_id, bundle_id,
 * bundle_position, not_before, not_after, sound_day. They have no keys: what keeps them from going
 * twice is a row of the caller's own.
 */
export function messagesFrom(query: SQL, now: Date): SQL {
  return sql`
    insert into outbox (lane, kind, args, person_id, chat_id, bundle_id, bundle_position, ready,
      not_before, not_after, sound_day, created_at)
    select q.lane, q.kind, q.args, q.person_id, q.chat_id, q.bundle_id, q.bundle_position,
      q.bundle_position = 0, q.not_before, q.not_after, q.sound_day, ${at(now)}
    from (${query}) q
    returning id, person_id, chat_id, bundle_position`
}

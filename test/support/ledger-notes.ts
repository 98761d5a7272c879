import { sql } from 'drizzle-orm'
import type { NewMessage } from '../../src/messaging/index.ts'
import { type Db, rowsOf } from '../../src/platform/db/index.ts'
import type { LedgerEntry, LedgerFilter, Simulator } from '../../src/simulator/index.ts'
import { until } from './until.ts'

/** A day later than any clock of these tests. */
const FAR = new Date('2027-06-01T00:00:00Z')

/** A message that says its mark, so that what arrived can be told apart and counted. */
export function note(
  lane: NewMessage['lane'],
  chatId: number,
  mark: string,
  more: Partial<NewMessage> = {},
): NewMessage {
  return {
    lane,
    kind: 'note',
    args: { key: 'name-too-long', variables: { most: `[${mark}]` }, locale: 'id' },
    personId: null,
    chatId,
    notAfter: FAR,
    ...more,
  }
}

function markOf(entry: LedgerEntry): string | undefined {
  return /\[([\w-]+)\]/.exec(entry.text ?? '')?.[1]
}

/** Marked messages that Telegram accepted, in order, each as often as it was accepted. */
export function accepted(
  simulator: Simulator,
  filter: LedgerFilter = {},
): { mark: string; entry: LedgerEntry }[] {
  return simulator.ledger.entries({ ...filter, sent: true }).flatMap((entry) => {
    const mark = markOf(entry)
    return mark === undefined ? [] : [{ mark, entry }]
  })
}

export function marks(simulator: Simulator, filter: LedgerFilter = {}): string[] {
  return accepted(simulator, filter).map(({ mark }) => mark)
}

/** Telegram lets a bot write only to whom has written first. */
export function openChats(simulator: Simulator, first: number, count: number): number[] {
  const ids = Array.from({ length: count }, (_, i) => first + i)
  for (const id of ids) simulator.person({ id, firstName: `Peserta ${id}` }).start()
  return ids
}

/** A chat of its own that has got its first reply, so that nothing else is under way in it. */
export async function freshChat(simulator: Simulator, id: number): Promise<number> {
  openChats(simulator, id, 1)
  await until(() => simulator.ledger.received(id) > 0, `the first reply in chat ${id}`)
  return id
}

export interface OutboxRow extends Record<string, unknown> {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly reason: string | null
  readonly attempt: number
  readonly spent: number
  readonly message_id: string | null
}

/** The rows of one chat, without the replies to what opened it. */
export async function outboxOf(db: Db, chatId: number): Promise<OutboxRow[]> {
  return rowsOf<OutboxRow>(
    db,
    sql`
    select id, kind, state, reason, attempt, spent, message_id from outbox
    where chat_id = ${chatId} and (kind <> 'note' or args ->> 'key' = 'name-too-long') order by id`,
  )
}

export async function attemptsOf(
  db: Db,
  chatId: number,
): Promise<{ kind: string; attempt: number; outcome: string; late: boolean }[]> {
  return rowsOf(
    db,
    sql`
    select o.kind, a.attempt, a.outcome, a.late from outbox_attempts a
    join outbox o on o.id = a.outbox_id
    where o.chat_id = ${chatId} and (o.kind <> 'note' or o.args ->> 'key' = 'name-too-long')
    order by o.id, a.attempt`,
  )
}

/**
 * Lets backoffs and holds of the queue run out now: they are elapsed time, which no test waits for.
 * `stuckOnly` spares what a busy queue is about to take up (holds are 30 s, a window is 4 s of work).
 */
export async function hurry(db: Db, stuckOnly = false): Promise<void> {
  const stuck = stuckOnly
    ? sql`retry_at > clock_timestamp() + interval '2 s'
        or queued_until between clock_timestamp() and clock_timestamp() + interval '24 s'`
    : sql`retry_at is not null or queued_until is not null`
  // Skipping what a worker holds: two writers of many rows in different orders would deadlock.
  await db.execute(sql`
    update outbox set retry_at = null, queued_until = null
    where id in (
      select id from outbox where state = 'pending' and (${stuck}) for update skip locked)`)
  const lost = stuckOnly
    ? sql`until between clock_timestamp() and clock_timestamp() + interval '24 s'`
    : sql`true`
  await db.execute(sql`
    delete from outbox_queue_marks where outbox_id in (
      select outbox_id from outbox_queue_marks where ${lost} for update skip locked)`)
}

/** Waits until no row is pending or in flight, with long backoffs and holds cut short. */
export async function drained(db: Db, timeoutMs?: number): Promise<void> {
  await until(
    async () => {
      await hurry(db, true)
      const [row] = await rowsOf<{ left: number }>(
        db,
        sql`select count(*)::int as left from outbox where state in ('pending', 'sending')`,
      )
      return row?.left === 0
    },
    'an outbox without pending rows',
    timeoutMs,
  )
}

import { sql, type SQL } from 'drizzle-orm'
import {
  arrayOf,
  asDate,
  at,
  elapsedIn,
  elapsedNow,
  type Db,
  rowsOf,
} from '../platform/db/index.ts'
import type { ReceivedUpdate } from './update.ts'

/** Stores updates, each once: a repeated `update_id` is passed over. */
export async function storeUpdates(
  db: Db,
  botId: number,
  updates: readonly ReceivedUpdate[],
  now: Date,
): Promise<void> {
  if (updates.length === 0) return
  await db.execute(sql`
    insert into inbox (bot_id, update_id, kind, person_key, body, state, received_at)
    select ${botId}::bigint, u.update_id, u.kind, u.person_key, u.body::jsonb, 'new', ${at(now)}
    from unnest(
      ${arrayOf(
        updates.map((u) => u.updateId),
        'bigint',
      )},
      ${arrayOf(
        updates.map((u) => u.kind),
        'text',
      )},
      ${arrayOf(
        updates.map((u) => u.personKey),
        'bigint',
      )},
      ${arrayOf(
        updates.map((u) => storable(u.body)),
        'text',
      )}
    ) with ordinality as u(update_id, kind, person_key, body, place)
    order by u.place
    on conflict (bot_id, update_id) do nothing`)
}

/** Postgres' jsonb takes neither NUL nor half a surrogate pair, and one update must not hold up all. */
function storable(body: unknown): string {
  return JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\ufffd').toWellFormed() : value,
  )
}

export interface InboxRow {
  readonly id: number
  readonly updateId: number
  readonly kind: string
  readonly body: unknown
  readonly tries: number
  readonly receivedAt: Date
}

/** Kinds of updates; a lane has those named, or all but those. */
export interface Kinds {
  readonly only?: readonly string[]
  readonly except?: readonly string[]
}

function ofKinds({ only, except }: Kinds): SQL {
  if (only !== undefined) return sql`and i.kind = any(${arrayOf(only, 'text')})`
  return except === undefined ? sql`` : sql`and i.kind <> all(${arrayOf(except, 'text')})`
}

/**
 * Takes up to `limit` updates, the oldest that nobody has, each of another person and preceded by no
 * earlier one of that person. The rows stay locked until the transaction ends, which is what keeps a
 * person's updates in order.
 */
export async function takeUpdates(
  tx: Db,
  botId: number,
  limit: number,
  kinds: Kinds = {},
): Promise<InboxRow[]> {
  const rows = await rowsOf<{
    id: string
    update_id: string
    kind: string
    body: unknown
    tries: number
    received_at: string
  }>(
    tx,
    sql`
    select i.id, i.update_id, i.kind, i.body, i.tries, i.received_at from inbox i
    where i.state = 'new' and i.bot_id = ${botId} ${ofKinds(kinds)}
      and (i.retry_at is null or i.retry_at <= ${elapsedNow})
      and not exists (
        select 1 from inbox e
        where e.person_key = i.person_key and e.state = 'new' and e.id < i.id)
    order by i.id limit ${limit} for update of i skip locked`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    updateId: Number(row.update_id),
    kind: row.kind,
    body: row.body,
    tries: row.tries,
    receivedAt: asDate(row.received_at),
  }))
}

export interface ClosedUpdate {
  readonly id: number
  /** Of a kind that nobody handles: stored, and passed over. */
  readonly state: 'handled' | 'passed'
}

/** The bodies go in the transaction that handles them. */
export async function closeUpdates(
  tx: Db,
  updates: readonly ClosedUpdate[],
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update inbox i
    set state = r.state, body = null, error = null, retry_at = null, handled_at = ${at(now)}
    from unnest(
      ${arrayOf(
        updates.map((u) => u.id),
        'bigint',
      )},
      ${arrayOf(
        updates.map((u) => u.state),
        'text',
      )}
    ) as r(id, state)
    where i.id = r.id`)
}

/** Its handler failed: tried again later, or parked with its body for somebody to look at. */
export async function deferUpdate(
  tx: Db,
  id: number,
  options: { readonly error: string; readonly retryInMs: number | 'parked' },
): Promise<void> {
  const { error, retryInMs } = options
  await (retryInMs === 'parked'
    ? tx.execute(sql`
        update inbox set state = 'parked', tries = tries + 1, error = ${error} where id = ${id}`)
    : tx.execute(sql`
        update inbox set tries = tries + 1, error = ${error}, retry_at = ${elapsedIn(retryInMs)}
        where id = ${id}`))
}

/** Parked bodies are kept for a day, as Telegram itself keeps updates, and then cleared. */
export async function clearParked(db: Db, before: Date): Promise<void> {
  await db.execute(sql`
    update inbox set body = null
    where state = 'parked' and body is not null and received_at < ${at(before)}`)
}

/**
 * Updates that are dealt with are kept only as long as Telegram may repeat them: its ids restart at random
 * after a quiet week, and an old row would swallow a new update with its number. One that nobody could
 * handle is empty by then (`clearParked`), and tells no more than its sender's number.
 */
export async function forgetUpdates(db: Db, before: Date): Promise<void> {
  await db.execute(sql`
    delete from inbox where id in (
      select id from inbox
      where state in ('handled', 'passed') and received_at < ${at(before)}
      order by id limit 5000)`)
  await db.execute(sql`
    delete from inbox where state = 'parked' and body is null and received_at < ${at(before)}`)
}

import { sql } from 'drizzle-orm'
import { arrayOf, asDate, at, elapsedIn, elapsedNow, type Db } from '../platform/db/index.ts'
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
        updates.map((u) => JSON.stringify(u.body)),
        'text',
      )}
    ) with ordinality as u(update_id, kind, person_key, body, place)
    order by u.place
    on conflict (bot_id, update_id) do nothing`)
}

export interface InboxRow {
  readonly id: number
  readonly updateId: number
  readonly kind: string
  readonly body: unknown
  readonly tries: number
  readonly receivedAt: Date
}

/**
 * Takes the oldest update that nobody has and that no earlier one of the same person precedes. The
 * row stays locked until the transaction ends, which is what keeps a person's updates in order.
 */
export async function takeUpdate(tx: Db, botId: number): Promise<InboxRow | undefined> {
  const [row] = await tx.execute<{
    id: string
    update_id: string
    kind: string
    body: unknown
    tries: number
    received_at: string
  }>(sql`
    select i.id, i.update_id, i.kind, i.body, i.tries, i.received_at from inbox i
    where i.state = 'new' and i.bot_id = ${botId}
      and (i.retry_at is null or i.retry_at <= ${elapsedNow})
      and not exists (
        select 1 from inbox e
        where e.person_key = i.person_key and e.state = 'new' and e.id < i.id)
    order by i.id limit 1 for update of i skip locked`)
  return row === undefined
    ? undefined
    : {
        id: Number(row.id),
        updateId: Number(row.update_id),
        kind: row.kind,
        body: row.body,
        tries: row.tries,
        receivedAt: asDate(row.received_at),
      }
}

/** Handled, or of a kind that nobody handles: the body goes in the same transaction. */
export async function closeUpdate(
  tx: Db,
  id: number,
  state: 'handled' | 'passed',
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    update inbox set state = ${state}, body = null, retry_at = null, handled_at = ${at(now)}
    where id = ${id}`)
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
 * Handled updates are kept only as long as Telegram may repeat them: its ids restart at random after
 * a quiet week, and an old row would swallow a new update with its number.
 */
export async function forgetUpdates(db: Db, before: Date): Promise<void> {
  await db.execute(sql`
    delete from inbox where id in (
      select id from inbox
      where state in ('handled', 'passed') and received_at < ${at(before)}
      order by id limit 5000)`)
}

export async function hasNewUpdates(db: Db): Promise<boolean> {
  const [row] = await db.execute<{ some: boolean }>(
    sql`select exists (select 1 from inbox where state = 'new') as some`,
  )
  return row?.some === true
}

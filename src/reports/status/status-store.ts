import { sql } from 'drizzle-orm'
import type { Lane } from '../../messaging/index.ts'
import { at, rowsOf, type Db } from '../../platform/db/index.ts'
import { errorWord } from './error-word.ts'

export interface InboxState {
  readonly waiting: number
  /** Milliseconds for which the oldest has waited. */
  readonly oldestMs: number
  /** Updates that no handler could take, by their kind. */
  readonly parked: readonly { readonly kind: string; readonly count: number }[]
}

export async function readInbox(db: Db, now: Date): Promise<InboxState> {
  const [row] = await rowsOf<{ waiting: number; oldest_ms: number | null }>(
    db,
    sql`
    select count(*)::int as waiting,
      extract(epoch from ${at(now)} - min(received_at))::float8 * 1000 as oldest_ms
    from inbox where state = 'new'`,
  )
  const parked = await rowsOf<{ kind: string; count: number }>(
    db,
    sql`select kind, count(*)::int as count from inbox where state = 'parked' group by 1 order by 1`,
  )
  const oldestMs = Math.max(0, Math.round(row?.oldest_ms ?? 0))
  return { waiting: row?.waiting ?? 0, oldestMs, parked }
}

export async function readOutbox(
  db: Db,
  now: Date,
): Promise<{ lane: Lane; due: number; oldestMs: number }[]> {
  const rows = await rowsOf<{ lane: Lane; due: number; oldest_ms: number }>(
    db,
    sql`
    select lane, count(*)::int as due,
      extract(epoch from ${at(now)} - min(coalesce(not_before, created_at)))::float8 * 1000
        as oldest_ms
    from outbox
    where state = 'pending' and ready and not_after > ${at(now)}
      and (not_before is null or not_before <= ${at(now)})
    group by lane order by lane`,
  )
  return rows.map(({ lane, due, oldest_ms: ms }) => ({
    lane,
    due,
    oldestMs: Math.max(0, Math.round(ms)),
  }))
}

export interface FailureCount {
  readonly state: 'failed' | 'uncertain'
  readonly why: string
  readonly count: number
}

/** Rows of the outbox that are looked at: the newest. */
const LOOKED_AT = 20_000

/** Kinds of failures that are told. */
const MOST = 5

/** Why the newest messages failed, the most frequent first. */
export async function readFailures(db: Db): Promise<FailureCount[]> {
  const rows = await rowsOf<{ state: FailureCount['state']; reason: string; count: number }>(
    db,
    sql`
    select state, coalesce(reason, '') as reason, count(*)::int as count
    from (select state, reason from outbox order by id desc limit ${LOOKED_AT}) newest
    where state in ('failed', 'uncertain')
    group by 1, 2`,
  )
  const told = Map.groupBy(
    rows.map(({ reason, ...row }) => ({ ...row, why: errorWord(reason) })),
    ({ state, why }) => `${state} ${why}`,
  )
  return [...told.values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [{ ...first, count: rest.reduce((sum, { count }) => sum + count, first.count) }],
    )
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST)
}

/** The server's version, and how many of our migrations it has had. */
export async function readServer(db: Db): Promise<{ version: string; migrations: number }> {
  const [row] = await rowsOf<{ version: string; migrations: number }>(
    db,
    sql`
    select current_setting('server_version') as version,
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations`,
  )
  if (row === undefined) throw new Error('The server said nothing of itself')
  return row
}

import { sql } from 'drizzle-orm'
import { asDateOrNull, elapsedNow, type Db, rowsOf } from '../../platform/db/index.ts'

export interface LedgerStates {
  readonly inbox: Readonly<Record<'new' | 'handled' | 'passed' | 'parked', number>>
  readonly outbox: Readonly<
    Record<'pending' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'cancelled', number>
  >
  /** Rows that ended without a reason: none should. */
  readonly reasonless: number
  /** Rows that are in a queue or in flight now. */
  readonly queued: number
  readonly pace: {
    /** Elapsed milliseconds until the next bulk message may go. */
    readonly bulkNextMs: number
    /** Until when Telegram has told us to wait (elapsed time), ISO; null: not at all. */
    readonly pausedUntil: string | null
    readonly halted: boolean
  }
}

/** How the ledgers stand at this moment, for whoever looks on. */
export async function readStates(db: Db): Promise<LedgerStates> {
  const counted = await rowsOf<{ ledger: string; state: string; count: number }>(
    db,
    sql`
    select 'inbox' as ledger, state, count(*)::int as count from inbox group by state
    union all select 'outbox', state, count(*)::int from outbox group by state`,
  )
  const of = (ledger: string, state: string): number =>
    counted.find((row) => row.ledger === ledger && row.state === state)?.count ?? 0
  const [now] = await rowsOf<{
    queued: number
    reasonless: number
    bulk: number
    paused: string | null
    halted: boolean
  }>(
    db,
    sql`
    select
      ((select count(*) from outbox_queue_marks where until > ${elapsedNow})
        + (select count(*) from outbox where state = 'sending'))::int as queued,
      greatest(0, p.bulk_next_ms - extract(epoch from ${elapsedNow}) * 1000)::float8 as bulk,
      (select count(*)::int from outbox
        where state in ('failed', 'cancelled') and coalesce(reason, '') = '') as reasonless,
      case when p.paused_until_ms > extract(epoch from ${elapsedNow}) * 1000
        then to_timestamp(p.paused_until_ms / 1000) end as paused,
      p.halted is not null as halted
    from pace p limit 1`,
  )
  const states = <S extends string>(ledger: string, names: readonly S[]): Record<S, number> =>
    Object.fromEntries(names.map((name) => [name, of(ledger, name)])) as Record<S, number>
  return {
    inbox: states('inbox', ['new', 'handled', 'passed', 'parked']),
    outbox: states('outbox', ['pending', 'sending', 'sent', 'uncertain', 'failed', 'cancelled']),
    queued: now?.queued ?? 0,
    reasonless: now?.reasonless ?? 0,
    pace: {
      bulkNextMs: Math.round(now?.bulk ?? 0),
      pausedUntil: asDateOrNull(now?.paused)?.toISOString() ?? null,
      halted: now?.halted ?? false,
    },
  }
}

/** The first row that has not ended yet; everything before it is settled. */
export async function firstUnsettled(db: Db): Promise<number | undefined> {
  const [row] = await rowsOf<{ first: string | null }>(
    db,
    sql`select min(id) as first from outbox where state in ('pending', 'sending')`,
  )
  return row?.first === null || row === undefined ? undefined : Number(row.first)
}

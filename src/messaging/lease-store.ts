import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, at, elapsedIn, elapsedNow, type Db, rowsOf } from '../platform/db/index.ts'
import { feedAgain, unmarkQueued } from './feed-store.ts'
import { weightOf } from './addressed.ts'
import { raised, START } from './adaptive-rate.ts'
import { limitsAt, reserve, type Gait, type GaitLimits } from './gait.ts'
import type { Lane } from './lanes.ts'
import type { LeasedRow } from './message.ts'

export interface LeaseRequest {
  readonly botId: number
  readonly worker: string
  /** Of the token that this process has; null: it knows of no other. */
  readonly tokenMark: string | null
  readonly rows: readonly number[]
  /** Replies go ahead of a pause and of what bulk has reserved. */
  readonly bulk: boolean
  readonly limits: GaitLimits
  readonly now: Date
}

export type Lease =
  | {
      readonly kind: 'leased'
      readonly rows: readonly (LeasedRow & { readonly waitMs: number })[]
      /** No other worker lives: nobody else goes on while this one is late. */
      readonly alone: boolean
    }
  /** Too far ahead of the pace: ask again after that long, a fraction of a second. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Nothing may be sent until an operator mends it, e.g. a revoked token. */
  | { readonly kind: 'halted'; readonly reason: string }
  /** The bot has another token by now: others send, and get these rows. */
  | { readonly kind: 'outdated' }

/** A call is given up well before this; a worker that is silent for longer is overtaken. */
export const LEASE_MS = 60_000

/** Bulk reserves no further ahead than this, so that a reply never waits long. */
const AHEAD_MS = 150

/** Rows that could not be leased (their chat is busy) come back to the feeder after this. */
const BUSY_MS = 200

/**
 * Takes those of `rows` that may go now: pending, due, in order within their chat, at most one a
 * chat, and gives each a place in the pace. `sending` is committed before any call is made.
 *
 * One lease at a time over all workers, by the lock on the gait: so each sees what the one before
 * has in flight, and that alone keeps a chat from getting two messages at once.
 */
export async function leaseRows(db: Db, request: LeaseRequest): Promise<Lease> {
  return db.transaction(async (tx) => {
    // Sent together and answered in order: the gait is locked before the rows are taken.
    const [gait, rows] = await Promise.all([lockGait(tx, request.botId), takeRows(tx, request)])
    if (gait.tokenMark !== request.tokenMark) {
      await Promise.all([unmarkQueued(tx, request.rows), release(tx, request.rows, BUSY_MS)])
      return { kind: 'outdated' }
    }
    if (gait.halted !== null) return { kind: 'halted', reason: gait.halted }
    const pausedMs = request.bulk ? gait.pausedUntilMs - gait.nowMs : 0
    const aheadMs = request.bulk ? gait.bulkNextMs - gait.nowMs - AHEAD_MS : 0
    if (rows.length === 0 && pausedMs <= 0 && aheadMs > 0) return { kind: 'wait', ms: aheadMs }

    const { limits, bulk } = request
    const rate = gait.rate ?? START
    const rates = limits.adaptive ? limitsAt(rate) : limits
    const { places, gait: next } = reserve(gait, rates, gait.nowMs, rows.map(weightOf), bulk)
    await Promise.all([
      rows.length > 0
        ? moveGait(tx, request.botId, {
            ...next,
            rate: limits.adaptive ? raised(rate, bulk ? rows.length : 0) : gait.rate,
          })
        : undefined,
      unmarkQueued(tx, request.rows),
      rows.length < request.rows.length
        ? release(tx, request.rows, Math.max(pausedMs, BUSY_MS))
        : undefined,
    ])
    return {
      kind: 'leased',
      alone: gait.alone,
      rows: rows.map((row, i) => ({ ...row, waitMs: (places[i] ?? gait.nowMs) - gait.nowMs })),
    }
  })
}

/**
 * Another place in the pace for one row that is leased and was late for its own.
 *
 * @returns milliseconds until it may go
 */
export async function takePlace(
  db: Db,
  {
    botId,
    limits,
    bulk,
    weight,
  }: Pick<LeaseRequest, 'botId' | 'limits' | 'bulk'> & { readonly weight: number },
): Promise<number> {
  return db.transaction(async (tx) => {
    const gait = await lockGait(tx, botId)
    const rates = limits.adaptive ? limitsAt(gait.rate ?? START) : limits
    const { places, gait: next } = reserve(gait, rates, gait.nowMs, [weight], bulk)
    await moveGait(tx, botId, { ...next, rate: gait.rate })
    return (places[0] ?? gait.nowMs) - gait.nowMs
  })
}

async function moveGait(
  tx: Db,
  botId: number,
  gait: Gait & { readonly rate: number | null },
): Promise<void> {
  await tx.execute(sql`
    update pace set bulk_next_ms = ${gait.bulkNextMs}, total_next_ms = ${gait.totalNextMs},
      rate = ${gait.rate}::float8
    where bot_id = ${botId}`)
}

/** Elapsed time as the gait counts it. */
export const elapsedNowMs = sql`(extract(epoch from ${elapsedNow})::float8 * 1000)`

/** Nothing is taken while all is halted; nor bulk, while it is paused or far enough ahead. */
function mayGo({ botId, bulk, tokenMark }: LeaseRequest): SQL {
  const bulkMay = bulk
    ? sql`and g.paused_until_ms <= ${elapsedNowMs} and g.bulk_next_ms <= ${elapsedNowMs} + ${AHEAD_MS}`
    : sql``
  return sql`exists (
    select 1 from pace g where g.bot_id = ${botId} and g.halted is null
      and g.token_mark is not distinct from ${tokenMark}::text ${bulkMay})`
}

interface LockedGait {
  readonly bulkNextMs: number
  readonly totalNextMs: number
  readonly pausedUntilMs: number
  readonly halted: string | null
  readonly tokenMark: string | null
  readonly rate: number | null
  readonly alone: boolean
  readonly nowMs: number
}

async function lockGait(tx: Db, botId: number): Promise<LockedGait> {
  const [row] = await rowsOf<{
    bulk: number
    total: number
    paused: number
    halted: string | null
    token_mark: string | null
    rate: number | null
    alone: boolean
    now: number
  }>(
    tx,
    sql`
    select bulk_next_ms as bulk, total_next_ms as total, paused_until_ms as paused, halted,
      token_mark, rate, (select count(*) < 2 from workers) as alone, ${elapsedNowMs} as now
    from pace where bot_id = ${botId} for update`,
  )
  if (row === undefined) throw new Error(`The pace of bot ${botId} was never prepared`)
  return {
    bulkNextMs: row.bulk,
    totalNextMs: row.total,
    pausedUntilMs: row.paused,
    halted: row.halted,
    tokenMark: row.token_mark,
    rate: row.rate,
    alone: row.alone,
    nowMs: row.now,
  }
}

async function takeRows(tx: Db, request: LeaseRequest): Promise<LeasedRow[]> {
  const now = at(request.now)
  const taken = await rowsOf<{
    id: string
    attempt: number
    lane: Lane
    kind: string
    args: Record<string, unknown>
    person_id: string | null
    chat_id: string
    bundle_id: string | null
    bundle_position: number
    spent: number
    uncertain_resends: number
    plain: boolean
    sound_day: string | null
    chat_sound_day: string | null
  }>(
    tx,
    sql`
    with wanted as (
      select o.id, o.chat_id from outbox o
      where ${mayGo(request)} and o.id = any(${arrayOf(request.rows, 'bigint')})
        and o.state = 'pending' and o.ready
        and (o.retry_at is null or o.retry_at <= ${elapsedNow})
        and (o.not_before is null or o.not_before <= ${now})
        and o.not_after > ${now}
        and not exists (
          select from chat_pace c where c.chat_id = o.chat_id and c.free_at > ${elapsedNow})
        and not exists (
          select from outbox p
          where p.chat_id = o.chat_id and p.state in ('pending', 'sending')
            -- What is too late is never sent: it holds up nothing until it is swept away.
            and (p.state = 'sending' or (p.lane = o.lane and p.id < o.id and p.not_after > ${now}
              and (p.not_before is null or p.not_before <= ${now}))))
      for update of o skip locked
    ), first_of_chat as (
      select distinct on (chat_id) chat_id, id from wanted order by chat_id, id
    )
    update outbox o
    set state = 'sending', attempt = o.attempt + 1, lease_until = ${elapsedIn(LEASE_MS)},
      leased_by = ${request.worker}, queued_until = null, retry_at = null
    from first_of_chat f left join chat_pace g on g.chat_id = f.chat_id
    where o.id = f.id
    returning o.id, o.attempt, o.lane, o.kind, o.args, o.person_id, o.chat_id, o.bundle_id,
      o.bundle_position, o.spent, o.uncertain_resends, o.sound_day::text,
      o.spent > 0 and exists (
        select 1 from outbox_attempts a
        where a.outbox_id = o.id and a.outcome = 'misformatted') as plain,
      g.sound_day::text as chat_sound_day`,
  )
  return taken
    .map((row) => ({
      id: Number(row.id),
      attempt: row.attempt,
      lane: row.lane,
      kind: row.kind,
      args: row.args,
      personId: row.person_id,
      chatId: Number(row.chat_id),
      bundleId: row.bundle_id,
      bundlePosition: row.bundle_position,
      spent: row.spent,
      uncertainResends: row.uncertain_resends,
      plain: row.plain,
      soundDay: row.sound_day,
      chatSoundDay: row.chat_sound_day,
    }))
    .sort((a, b) => a.id - b.id)
}

/**
 * Hands rows that stayed pending back to the feeder, not to be tried before `ms` have passed. What
 * another has locked is in its hand, and is passed over: it may be feeding rows of ours, in the order
 * of their ids, and would wait for those that this transaction leases.
 */
async function release(tx: Db, rows: readonly number[], ms: number): Promise<void> {
  await tx.execute(sql`
    with held as (
      select id from outbox where id = any(${arrayOf(rows, 'bigint')}) and state = 'pending'
      order by id for update skip locked)
    update outbox o
    set queued_until = null, retry_at = greatest(o.retry_at, ${elapsedIn(ms)})
    from held h where o.id = h.id`)
}

/**
 * For rows whose lease failed in a way that leaves open whether it was committed (the connection was
 * lost): none of them was called, so those that are leased to this worker are pending again, and none
 * has to wait for its lease or its place in the queue to run out.
 */
export async function giveBack(db: Db, worker: string, rows: readonly number[]): Promise<void> {
  await unmarkQueued(db, rows)
  await db.execute(sql`
    with held as (
      select id from outbox
      where id = any(${arrayOf(rows, 'bigint')})
        and ((state = 'sending' and leased_by = ${worker}) or state = 'pending')
      order by id for update
    )
    update outbox o
    set state = 'pending', lease_until = null, leased_by = null, queued_until = null
    from held h where o.id = h.id`)
}

/** Milliseconds for which bulk still rests after a 429; 0 or less: it does not. */
export async function readPauseLeft(db: Db, botId: number): Promise<number> {
  const [row] = await rowsOf<{ left: number }>(
    db,
    sql`
    select paused_until_ms - ${elapsedNowMs} as left from pace where bot_id = ${botId}`,
  )
  return row?.left ?? 0
}

/**
 * Makes sure that the bot's pace has its row, and says which token is in use from now on; one that
 * works lifts a halt.
 *
 * @param tokenMark digest of the token; left out where there is only one, as in tests
 * @returns why all was halted until now; null: it was not
 */
export async function preparePace(
  db: Db,
  botId: number,
  tokenMark: string | null = null,
): Promise<string | null> {
  const [row] = await rowsOf<{ was: string | null }>(
    db,
    sql`
    with before as (select halted from pace where bot_id = ${botId})
    insert into pace (bot_id, token_mark) values (${botId}, ${tokenMark})
    on conflict (bot_id) do update set halted = null, token_mark = excluded.token_mark
    returning (select halted from before) as was`,
  )
  // What a halted or stopped process had queued need not wait for its hold to run out.
  await feedAgain(db)
  return row?.was ?? null
}

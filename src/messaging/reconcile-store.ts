import { sql } from 'drizzle-orm'
import { arrayOf, at, elapsedNow, type Db, rowsOf } from '../platform/db/index.ts'
import { endedRows, type EndedRecord } from './bundle-store.ts'
import { feedAgain } from './feed-store.ts'
import type { Lane } from './lanes.ts'
import type { Ended, LeasedRow } from './message.ts'

/** Rows of one pass. */
const BATCH = 500

/**
 * Takes the leases of workers that are gone: those whose time is up (a frozen worker), and those of
 * a worker that no longer holds its sign of life (a killed one), which is noticed at once. Whoever
 * asks is not among them: it may have lost its sign of life, and has its calls in hand all the same.
 */
export async function orphans(tx: Db, asking: string): Promise<LeasedRow[]> {
  const dead = await deadWorkers(tx, asking)
  await buryWorkers(tx, dead)
  const rows = await rowsOf<{
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
  }>(
    tx,
    sql`
    select id, attempt, lane, kind, args, person_id, chat_id, bundle_id, bundle_position, spent,
      uncertain_resends
    from outbox
    where state = 'sending'
      and (lease_until <= ${elapsedNow} or leased_by = any(${arrayOf(dead, 'text')}))
    order by id limit ${BATCH} for update skip locked`,
  )
  return rows.map((row) => ({
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
    plain: false,
    soundDay: null,
    chatSoundDay: null,
  }))
}

/** Workers whose lifelong lock can be taken: nobody holds it any more. */
async function deadWorkers(tx: Db, asking: string): Promise<string[]> {
  const dead = await rowsOf<{ id: string }>(
    tx,
    sql`
    select id from workers
    where id <> ${asking} and pg_try_advisory_xact_lock(hashtextextended(id, 0))`,
  )
  return dead.map((row) => row.id)
}

/**
 * Jobs that a dead worker had begun are orphans, which the queue gives back only after a minute.
 * What the queue holds is fed again instead; where a job turns up after all, it finds its rows sent.
 */
async function buryWorkers(tx: Db, dead: readonly string[]): Promise<void> {
  if (dead.length === 0) return
  await feedAgain(tx)
  await tx.execute(sql`delete from workers where id = any(${arrayOf(dead, 'text')})`)
}

/**
 * For whoever holds its sign of life, each time that it takes it: one that was taken for dead while
 * Postgres was away comes back by it. Idempotent.
 */
export async function registerWorker(db: Db, id: string, now: Date): Promise<void> {
  await db.execute(sql`
    insert into workers (id, started_at) values (${id}, ${at(now)}) on conflict do nothing`)
}

/** A worker that stops in good order leaves nothing to be settled. */
export async function forgetWorker(db: Db, id: string): Promise<void> {
  await db.execute(sql`delete from workers where id = ${id}`)
}

/** Cancels what is past its `not_after`, whole bundles included. */
export async function expire(tx: Db, now: Date): Promise<Ended[]> {
  return endedRows(
    await rowsOf<EndedRecord>(
      tx,
      sql`
      update outbox set state = 'cancelled', reason = 'expired', finished_at = ${at(now)}
      where id in (
        select id from outbox
        where state = 'pending' and not_after <= ${at(now)}
        order by not_after limit ${BATCH} for update skip locked)
      returning id, kind, lane, args, person_id, chat_id, state, reason`,
    ),
  )
}

import { sql } from 'drizzle-orm'
import { arrayOf, at, elapsedNow, type Db } from '../platform/db/index.ts'
import { endedRows, type EndedRecord } from './bundle-store.ts'
import type { Lane } from './lanes.ts'
import type { Ended, LeasedRow } from './message.ts'

/** Rows of one pass. */
const BATCH = 500

/**
 * Takes the leases of workers that are gone: those whose time is up (a frozen worker), and those of
 * a worker that no longer holds its sign of life (a killed one), which is noticed at once.
 */
export async function orphans(tx: Db): Promise<LeasedRow[]> {
  const dead = await deadWorkers(tx)
  const rows = await tx.execute<{
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
  }>(sql`
    select id, attempt, lane, kind, args, person_id, chat_id, bundle_id, bundle_position, spent,
      uncertain_resends
    from outbox
    where state = 'sending'
      and (lease_until <= ${elapsedNow} or leased_by = any(${arrayOf(dead, 'text')}))
    order by id limit ${BATCH} for update skip locked`)
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
    soundDay: null,
    chatSoundDay: null,
  }))
}

/** A worker is dead when the lock that it holds for its lifetime can be taken. */
async function deadWorkers(tx: Db): Promise<string[]> {
  const leasing = await tx.execute<{ worker: string }>(
    sql`select distinct leased_by as worker from outbox where state = 'sending'`,
  )
  const dead: string[] = []
  for (const { worker } of leasing) {
    const [lock] = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${worker}, 0)) as free`,
    )
    if (lock?.free === true) dead.push(worker)
  }
  return dead
}

/** Cancels what is past its `not_after`, whole bundles included. */
export async function expire(tx: Db, now: Date): Promise<Ended[]> {
  return endedRows(
    await tx.execute<EndedRecord>(sql`
      update outbox set state = 'cancelled', reason = 'expired', finished_at = ${at(now)}
      where id in (
        select id from outbox
        where state = 'pending' and not_after <= ${at(now)}
        order by not_after limit ${BATCH} for update skip locked)
      returning id, kind, lane, args, person_id, chat_id, state, reason`),
  )
}

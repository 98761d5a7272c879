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
import { lanes, shareRoom, type Lane } from './lanes.ts'

/** How long the queue may hold a row before the feeder takes it for lost and feeds it again. */
const QUEUED_MS = 30_000

/** One feeder at a time over all workers; any number will do that no other lock has. */
const FEEDER_LOCK = 7_305_467

export interface Fed {
  readonly replies: readonly number[]
  /** Most urgent first. */
  readonly bulk: readonly number[]
}

const NOTHING: Fed = { replies: [], bulk: [] }

/**
 * Marks as queued what may go and fits into the window, shared among the lanes, in the order in
 * which it is to be sent. Must be committed before the ids are put into the queue: if the process
 * dies between the two, the mark runs out and the rows are fed again.
 *
 * @param window rows that may be in the queue at once
 */
export async function takeForQueue(db: Db, botId: number, window: number, now: Date): Promise<Fed> {
  return db.transaction(async (tx) => {
    const [lock] = await rowsOf<{ got: boolean }>(
      tx,
      sql`select pg_try_advisory_xact_lock(${FEEDER_LOCK}) as got`,
    )
    if (lock?.got !== true) return NOTHING
    const [queued] = await rowsOf<{ count: number; halted: boolean }>(
      tx,
      sql`
      select count(*)::int as count,
        exists (select 1 from pace where bot_id = ${botId} and halted is not null) as halted
      from outbox_queue_marks where until > ${elapsedNow}`,
    )
    const room = window - (queued?.count ?? 0)
    if (room <= 0 || queued?.halted === true) return NOTHING
    const candidates = await waitingByLane(tx, room, now)
    const take = shareRoom(
      Object.fromEntries(lanes.map((lane) => [lane, candidates[lane].length])),
      room,
    )
    const replies = candidates.reply.slice(0, take.reply)
    const bulk = lanes.flatMap((lane) =>
      lane === 'reply' ? [] : candidates[lane].slice(0, take[lane]),
    )
    const chosen = [...replies, ...bulk]
    if (chosen.length > 0) {
      await tx.execute(sql`
        insert into outbox_queue_marks (outbox_id, until)
        select id, ${elapsedIn(QUEUED_MS)} from unnest(${arrayOf(chosen, 'bigint')}) as c(id)
        order by id
        on conflict (outbox_id) do update set until = excluded.until`)
    }
    return { replies, bulk }
  })
}

/**
 * Takes whatever the queue holds for lost, so that it is fed again, and what its writers hold: for
 * when it may be. A job that turns up after all finds its rows leased or sent.
 */
export async function feedAgain(db: Db): Promise<void> {
  await db.execute(sql`
    with held as (
      select id from outbox where state = 'pending' and queued_until is not null
      order by id for update)
    update outbox o set queued_until = null from held h where o.id = h.id`)
  await unmark(db, sql`true`)
}

/** What the queue has given out, or lost. */
export async function unmarkQueued(db: Db, rows: readonly number[]): Promise<void> {
  await unmark(db, sql`outbox_id = any(${arrayOf(rows, 'bigint')})`)
}

/** Marks that ran out, of rows that were fed again since or have ended. */
export async function sweepMarks(db: Db): Promise<void> {
  await unmark(db, sql`until <= ${elapsedNow}`)
}

/** A mark that somebody else writes or deletes at this moment is passed over: nobody waits for it. */
async function unmark(db: Db, which: SQL): Promise<void> {
  await db.execute(sql`
    delete from outbox_queue_marks where outbox_id in (
      select outbox_id from outbox_queue_marks where ${which} for update skip locked)`)
}

async function waitingByLane(tx: Db, room: number, now: Date): Promise<Record<Lane, number[]>> {
  const ofLane = (lane: Lane): SQL => sql`
    (select lane, id from outbox o
     where lane = ${lane} and state = 'pending' and ready
       and (queued_until is null or queued_until <= ${elapsedNow})
       and not exists (
         select from outbox_queue_marks q where q.outbox_id = o.id and q.until > ${elapsedNow})
       and (retry_at is null or retry_at <= ${elapsedNow})
       and (not_before is null or not_before <= ${at(now)})
       and not_after > ${at(now)}
     order by id limit ${room})`
  const rows = await rowsOf<{ lane: Lane; id: string }>(
    tx,
    sql.join(lanes.map(ofLane), sql` union all `),
  )
  const found: Record<Lane, number[]> = {
    reply: [],
    lesson: [],
    review: [],
    announcement: [],
    nudge: [],
  }
  for (const row of rows) found[row.lane].push(Number(row.id))
  return found
}

/** When the next message that waits for its moment may go; undefined: none waits. */
export async function earliestHeld(db: Db, now: Date): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`select min(not_before) as next from outbox where state = 'pending' and not_before > ${at(now)}`,
  )
  return row?.next === null || row === undefined ? undefined : asDate(row.next)
}

/** Whether both ledgers are at rest: nothing received is unhandled, nothing due is unsent. */
export async function areLedgersIdle(db: Db, now: Date): Promise<boolean> {
  const [row] = await rowsOf<{ busy: boolean }>(
    db,
    sql`
    select exists (select 1 from inbox where state = 'new')
      or exists (select 1 from outbox where state = 'sending')
      or exists (
        select 1 from outbox
        where state = 'pending' and not_after > ${at(now)}
          and (not_before is null or not_before <= ${at(now)})) as busy`,
  )
  return row?.busy === false
}

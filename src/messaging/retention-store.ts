import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, at, elapsedNow, type Db, rowsOf } from '../platform/db/index.ts'

/** One at a time over all processes; any number will do. */
const RETENTION_LOCK = 7_305_466

export interface ForgetRequest {
  /** Rows up to this id were looked at already. */
  readonly after: number
  /** Rows to look at. */
  readonly batch: number
  /** Civil time: what ended earlier may go. */
  readonly before: Date
  /** Of these kinds, what each person was told last stays: the next message depends on it. */
  readonly lastToldKinds: readonly string[]
  /** Which rows of `outbox o` another room still needs. */
  readonly needed: SQL
}

/**
 * Deletes one batch of what was said to accounts that are no participant's, and when their chats last
 * had a message.
 *
 * @returns messages that went
 */
export async function forgetStrangers(
  db: Db,
  { before, batch, needed }: Pick<ForgetRequest, 'before' | 'batch' | 'needed'>,
): Promise<number> {
  const gone = await rowsOf<{ id: string }>(
    db,
    sql`
    delete from outbox where id in (
      select o.id from outbox o
      where o.person_id is null and o.finished_at < ${at(before)} and ${unreferred}
        and not (${needed})
      order by o.id limit ${batch})
    returning id`,
  )
  await db.execute(sql`
    delete from chat_pace where chat_id in (
      select c.chat_id from chat_pace c
      where c.free_at < ${elapsedNow} - interval '1 day'
        and not exists (select 1 from people p where p.chat_id = c.chat_id)
        and not exists (select 1 from outbox o where o.chat_id = c.chat_id
          and o.state in ('pending', 'sending'))
      limit ${batch})`)
  return gone.length
}

export interface Forgotten {
  readonly deleted: number
  /** Where to go on; null: there is nothing older than `before` beyond. */
  readonly next: number | null
}

/** Nothing that waits refers to `outbox o`, nor is it a part of a bundle that is still on its way. */
const unreferred = sql`
  not exists (
    select 1 from outbox p
    where p.chat_id = o.chat_id and p.state in ('pending', 'sending')
      and o.dedupe_key in (p.args ->> 'ofKey', p.args ->> 'unlessSent'))
  and not (o.bundle_id is not null and exists (
    select 1 from outbox b
    where b.bundle_id = o.bundle_id and b.state in ('pending', 'sending')))`

/**
 * Deletes one batch of old rows with the account of their calls. It walks along the primary key,
 * which grows with time: so no index more has to be kept for it at each send.
 *
 * Never deleted: what has not ended; what a waiting message refers to (the one that takes it out of
 * the chat again); a row of a bundle that is still on its way; what was told last; what is `needed`.
 */
export async function forgetBatch(db: Db, request: ForgetRequest): Promise<Forgotten> {
  const { after, batch, before, lastToldKinds, needed } = request
  return db.transaction(async (tx) => {
    const [lock] = await rowsOf<{ got: boolean }>(
      tx,
      sql`select pg_try_advisory_xact_lock(${RETENTION_LOCK}) as got`,
    )
    if (lock?.got !== true) return { deleted: 0, next: null }
    const [walked] = await rowsOf<{ deleted: number; last: string | null; older: boolean | null }>(
      tx,
      sql`
      with walked as (
        select id, created_at from outbox where id > ${after} order by id limit ${batch}
      ), gone as (
        delete from outbox o using walked w
        where o.id = w.id and o.finished_at < ${at(before)}
          and o.state in ('sent', 'uncertain', 'failed', 'cancelled') and ${unreferred}
          and not (o.kind = any(${arrayOf(lastToldKinds, 'text')}) and not exists (
            select 1 from outbox n
            where n.person_id = o.person_id and n.kind = o.kind and n.id > o.id))
          and not (${needed})
        returning o.id
      )
      select (select count(*)::int from gone) as deleted, max(id) as last,
        count(*) = ${batch} and max(created_at) < ${at(before)} as older
      from walked`,
    )
    return {
      deleted: walked?.deleted ?? 0,
      next: walked?.older === true ? Number(walked.last) : null,
    }
  })
}

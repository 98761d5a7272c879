import { sql, type SQL } from 'drizzle-orm'
import { messagesFrom } from '../messaging/index.ts'
import { at, rowsOf, type Db } from '../platform/db/index.ts'
import type { Announcement } from './announcements-store.ts'
import { chooseAudience, civilDayOf, hashOfIds, reached } from './audience-store.ts'

/** Rows of one statement where many are moved: each takes some tenths of a second. */
const CHUNK = 5000

/** An announcement that is older than this is news no more; what waits then is reported as such. */
const WORTH_MS = 24 * 3600_000

export type Queued = 'queued' | 'changed' | 'gone'

/** Its own rows, thrown away with the transaction that wrote them. */
export class NotAsShown extends Error {
  readonly queued: Exclude<Queued, 'queued'>

  constructor(queued: Exclude<Queued, 'queued'>) {
    super(`announcement not queued: ${queued}`)
    this.queued = queued
  }
}

/**
 * Writes a row for everybody of the audience, and one for the outbox, in one statement; nothing goes
 * before `startsAt`. The announcement itself is locked at the end alone, so that undoing it does not
 * wait for a hundred thousand rows.
 *
 * @throws NotAsShown when these are not the people whom the preview showed, or it was undone meanwhile
 */
export async function queueAll(tx: Db, announcement: Announcement, now: Date): Promise<void> {
  const { id, authorId, audience, startsAt, previewedHash, previewedCount } = announcement
  if (authorId === null) throw new NotAsShown('changed')
  const chosen = await chooseAudience(tx, authorId, audience, now)
  const [written] = await rowsOf<{ count: number; hash: string }>(
    tx,
    sql`
    with audience as materialized (${reached(chosen)}),
    put as (${messagesFrom(messagesFor(announcement, now), now)}),
    recipients as (
      insert into announcement_recipients (announcement_id, person_id, outbox_id, day, chat_id)
      select ${id}, put.person_id, put.id, ${civilDayOf(now)}, put.chat_id
      from put join people p on p.id = put.person_id where put.bundle_position = 0
      returning person_id)
    select count(*)::int as count, ${hashOfIds(sql`person_id`)} as hash from recipients`,
  )
  if (written?.count !== previewedCount || written.hash !== previewedHash) {
    throw new NotAsShown('changed')
  }
  const taken = await rowsOf(
    tx,
    sql`
    update announcements set queued_at = ${at(now)}, starts_at = coalesce(starts_at, ${at(startsAt ?? now)})
    where id = ${id} and state in ('undoable', 'sending', 'paused') and queued_at is null returning id`,
  )
  if (taken.length === 0) throw new NotAsShown('gone')
}

/** The copy, and below an album, which can have no button, a line with one. */
function messagesFor({ id, sourceIds, startsAt }: Announcement, now: Date): SQL {
  const begins = startsAt ?? now
  const parts = sourceIds.length > 1 ? ['announcement', 'announcement-line'] : ['announcement']
  const args = { announcementId: id, messages: sourceIds.length }
  return sql`
    select 'announcement' as lane, part.kind, ${JSON.stringify(args)}::jsonb as args,
      a.id as person_id, a.chat_id, ${parts.length === 1 ? sql`null::uuid` : sql`a.bundle`} as bundle_id,
      part.position as bundle_position, ${at(begins)} as not_before,
      ${at(new Date(begins.getTime() + WORTH_MS))} as not_after,
      case when a.rests or part.position > 0 then null else a.day end as sound_day
    from (select audience.*, gen_random_uuid() as bundle from audience) a
      cross join (values ${sql.join(
        parts.map((kind, position) => sql`(${kind}::text, ${position}::int)`),
        sql`, `,
      )}) part (kind, position)
    order by a.chat_id, part.position`
}

/** Rows of the outbox that wait for this announcement's open recipients. */
function waiting(id: number): SQL {
  return sql`
    select r.outbox_id as id from announcement_recipients r join outbox o on o.id = r.outbox_id
    where r.announcement_id = ${id} and r.outcome is null and o.state = 'pending'`
}

/** @returns how many were cancelled; call again while it is not zero */
export async function cancelChunk(tx: Db, id: number, now: Date): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql`
    with picked as (
      select o.id from outbox o where o.id in (${waiting(id)} limit ${CHUNK}) and o.state = 'pending'
      order by o.id for update),
    ended as (
      update outbox o set state = 'cancelled', reason = 'announcement cancelled',
        finished_at = ${at(now)}
      from picked where o.id = picked.id returning o.id, o.bundle_id),
    rest as (
      update outbox o set state = 'cancelled', reason = 'announcement cancelled',
        finished_at = ${at(now)}
      from ended where o.bundle_id = ended.bundle_id and o.bundle_position > 0 and o.state = 'pending')
    update announcement_recipients r set outcome = 'cancelled'
    from ended where r.announcement_id = ${id} and r.outbox_id = ended.id returning r.person_id`,
  )
  return rows.length
}

/**
 * Holds what waits until its time is up, so that it is not fed in vain.
 *
 * @param until when it will go on by itself: it is worth sending for a day from then; null: nobody knows
 * @returns how many were moved; call again while it is not zero
 */
export async function holdChunk(
  tx: Db,
  id: number,
  { until }: { readonly until: Date | null },
): Promise<number> {
  const worth = until === null ? sql`null` : at(new Date(until.getTime() + WORTH_MS))
  const rows = await rowsOf(
    tx,
    sql`
    with ${picked(id, sql`o.not_before is distinct from o.not_after`)},
    rest as (
      update outbox o set not_after = greatest(o.not_after, ${worth}::timestamptz)
      from picked where o.bundle_id = picked.bundle_id and o.bundle_position > 0)
    update outbox o set not_before = greatest(o.not_after, ${worth}::timestamptz),
      not_after = greatest(o.not_after, ${worth}::timestamptz)
    from picked where o.id = picked.id returning o.id`,
  )
  return rows.length
}

/** Lets it go again. @returns as above */
export async function releaseChunk(tx: Db, id: number): Promise<number> {
  const rows = await rowsOf(
    tx,
    sql`
    with ${picked(id, sql`o.not_before is not distinct from o.not_after`)}
    update outbox o set not_before = null from picked where o.id = picked.id returning o.id`,
  )
  return rows.length
}

/** A piece of what waits, locked: the rows that are `wrong` as they stand. */
function picked(id: number, wrong: SQL): SQL {
  return sql`
    picked as (
      select o.id, o.bundle_id from outbox o
      where o.id in (${waiting(id)} and ${wrong} limit ${CHUNK}) and o.state = 'pending'
      order by o.id for update)`
}

/** How many of a paused one's rows are in flight, or were handed back and wait unheld. */
export async function countUnheld(db: Db, id: number): Promise<number> {
  const [row] = await rowsOf<{ unheld: number }>(
    db,
    sql`
    select count(*)::int as unheld
    from announcement_recipients r join outbox o on o.id = r.outbox_id
    where r.announcement_id = ${id} and r.outcome is null and (o.state = 'sending'
      or (o.state = 'pending' and o.not_before is distinct from o.not_after))`,
  )
  return row?.unheld ?? 0
}

/** How many recipients are open, i.e. have no outcome yet. */
export async function countOpen(db: Db, id: number): Promise<number> {
  const [row] = await rowsOf<{ open: number }>(
    db,
    sql`select count(*)::int as open from announcement_recipients
      where announcement_id = ${id} and outcome is null`,
  )
  return row?.open ?? 0
}

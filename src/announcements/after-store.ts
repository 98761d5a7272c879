import { and, eq, sql, type SQL } from 'drizzle-orm'
import { messagesFrom } from '../messaging/index.ts'
import { at, rowsOf, type Db } from '../platform/db/index.ts'
import { announcementRecipients } from './schema.ts'

/** A bot may delete its message for 48 hours; an hour less, for what waits in the outbox. */
export const DELETABLE_MS = 47 * 3600_000

/** Rows of one statement: each takes some tenths of a second, for which others wait. */
const CHUNK = 5000

/** An edit, a removal or a reminder that did not get through in a day is given up. */
const WORTH_MS = 24 * 3600_000

/**
 * Marks the copies that have to be told of the new wording: those that arrived, and those that are in
 * flight with the old one; of an album every one, since it can only be copied as it was. Run when the new wording is committed, so that whatever is leased later
 * has it already.
 */
export async function spreadCorrection(tx: Db, id: number): Promise<void> {
  await tx.execute(sql`
    update announcement_recipients r set due_version = a.version
    from announcements a, outbox o
    where a.id = ${id} and r.announcement_id = a.id and o.id = r.outbox_id
      and (r.outcome in ('sent', 'uncertain') or o.state = 'sending' or cardinality(a.source_ids) > 1)`)
  await tx.execute(sql`update announcements set spread_version = version where id = ${id}`)
}

/** One message to each recipient that `picked` names (as `r`), where the copy stands. */
function toRecipients(
  id: number,
  { kind, picked, now }: { readonly kind: string; readonly picked: SQL; readonly now: Date },
): SQL {
  return messagesFrom(
    sql`
    select 'announcement' as lane, ${kind}::text as kind,
      ${JSON.stringify({ announcementId: id })}::jsonb as args, r.person_id, r.chat_id,
      null::uuid as bundle_id, 0 as bundle_position, null::timestamptz as not_before,
      ${at(new Date(now.getTime() + WORTH_MS))} as not_after, null::date as sound_day
    from (${picked}) r`,
    now,
  )
}

/** Brings the new wording to copies that are due. @returns how many; call again while it is not zero */
export async function queueEdits(tx: Db, id: number, now: Date): Promise<number> {
  const picked = sql`
    select person_id, chat_id from announcement_recipients
    where announcement_id = ${id} and due_version > told_version and cardinality(message_ids) > 0
    limit ${CHUNK}`
  const rows = await rowsOf(
    tx,
    sql`
    with put as (${toRecipients(id, { kind: 'announcement-edit', picked, now })})
    update announcement_recipients r set told_version = r.due_version, edit = 'queued'
    from put where r.announcement_id = ${id} and r.person_id = put.person_id returning r.person_id`,
  )
  return rows.length
}

/**
 * Takes back copies that are young enough; the others are marked as too old.
 *
 * @returns how many; call again while it is not zero
 */
export async function queueRemovals(tx: Db, id: number, now: Date): Promise<number> {
  const since = new Date(now.getTime() - DELETABLE_MS)
  await tx.execute(sql`
    update announcement_recipients set recall = 'too_old'
    where announcement_id = ${id} and recall is null and sent_at < ${at(since)}`)
  const picked = sql`
    select person_id, chat_id from announcement_recipients
    where announcement_id = ${id} and recall is null and cardinality(message_ids) > 0
    limit ${CHUNK}`
  const rows = await rowsOf(
    tx,
    sql`
    with put as (${toRecipients(id, { kind: 'announcement-removal', picked, now })})
    update announcement_recipients r set recall = 'queued'
    from put where r.announcement_id = ${id} and r.person_id = put.person_id returning r.person_id`,
  )
  return rows.length
}

/** Reminds those who have it and have not said that they read it. @returns how many */
export async function queueReminders(tx: Db, id: number, now: Date): Promise<number> {
  const picked = sql`
    select r.person_id, r.chat_id from announcement_recipients r
      join people p on p.id = r.person_id
    where r.announcement_id = ${id} and r.outcome = 'sent' and r.acknowledged_at is null
      and p.unreachable_since is null and p.chat_id = r.chat_id`
  const rows = await rowsOf(tx, toRecipients(id, { kind: 'announcement-reminder', picked, now }))
  return rows.length
}

/** Sends again to those alone of whom it is not known whether theirs arrived. @returns how many */
export async function resendUncertain(tx: Db, id: number, now: Date): Promise<number> {
  const picked = sql`
    select r.person_id, p.chat_id from announcement_recipients r
      join people p on p.id = r.person_id
    where r.announcement_id = ${id} and r.outcome = 'uncertain' and p.unreachable_since is null`
  const rows = await rowsOf(
    tx,
    sql`
    with put as (${toRecipients(id, { kind: 'announcement', picked, now })})
    update announcement_recipients r
    set outcome = null, reason = null, outbox_id = put.id, chat_id = put.chat_id
    from put where r.announcement_id = ${id} and r.person_id = put.person_id returning r.person_id`,
  )
  if (rows.length > 0) {
    await tx.execute(sql`
      update announcements set state = 'sending', unsettled = true, ended_at = null where id = ${id}`)
  }
  return rows.length
}

/** Copies that have to be told of the new wording, and are still on their way. */
export async function countDue(db: Db, id: number): Promise<number> {
  const [row] = await rowsOf<{ due: number }>(
    db,
    sql`
    select count(*)::int as due from announcement_recipients
    where announcement_id = ${id} and outcome is null and due_version > told_version`,
  )
  return row?.due ?? 0
}

export interface RecipientCopy {
  readonly messageIds: readonly number[]
  readonly acknowledged: boolean
}

/** The copies that stand in the chat of one recipient. */
export async function findCopy(
  db: Db,
  id: number,
  personId: string,
): Promise<RecipientCopy | undefined> {
  const [row] = await db
    .select({
      messageIds: announcementRecipients.messageIds,
      acknowledgedAt: announcementRecipients.acknowledgedAt,
    })
    .from(announcementRecipients)
    .where(
      and(
        eq(announcementRecipients.announcementId, id),
        eq(announcementRecipients.personId, personId),
      ),
    )
  return row === undefined
    ? undefined
    : { messageIds: row.messageIds, acknowledged: row.acknowledgedAt !== null }
}

/**
 * Every message in the chat of one recipient that asks whether it was read: the copy itself, where it
 * can have a button, what stands below an album, and reminders.
 */
export async function messagesAsking(
  db: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
): Promise<readonly number[]> {
  const rows = await rowsOf<{ message_id: string }>(
    db,
    sql`
    select unnest(r.message_ids) as message_id
    from announcement_recipients r join announcements a on a.id = r.announcement_id
    where a.id = ${id} and r.person_id = ${personId} and cardinality(a.source_ids) = 1
    union
    select o.message_id from outbox o
      join announcement_recipients r on r.announcement_id = ${id} and r.person_id = o.person_id
    where o.person_id = ${personId} and o.chat_id = r.chat_id and o.message_id is not null
      and o.kind in ('announcement-line', 'announcement-reminder')
      and o.args @> ${JSON.stringify({ announcementId: id })}::jsonb`,
  )
  return rows.map((row) => Number(row.message_id))
}

/** "Sudah saya baca". @returns false: not one of the recipients */
export async function acknowledge(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
  now: Date,
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`
    update announcement_recipients set acknowledged_at = coalesce(acknowledged_at, ${at(now)})
    where announcement_id = ${id} and person_id = ${personId} returning person_id`,
  )
  return rows.length > 0
}

/** A vote in the copy of one person; an empty one takes it back. @returns false: of no recipient */
export async function keepChoice(
  tx: Db,
  { id, personId }: { readonly id: number; readonly personId: string },
  positions: readonly number[],
): Promise<boolean> {
  const rows = await rowsOf(
    tx,
    sql`
    update announcement_recipients
    set choice = ${positions.length === 0 ? sql`null` : sql`${`{${positions.join(',')}}`}::smallint[]`}
    where announcement_id = ${id} and person_id = ${personId} returning person_id`,
  )
  return rows.length > 0
}

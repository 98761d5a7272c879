import { sql } from 'drizzle-orm'
import { asDateOrNull, at, type Db, rowsOf } from '../../platform/db/index.ts'

/** What the ledgers say about everything since the demo began. */
export interface LedgerCounts {
  /** Whom a lesson reached. */
  readonly people: number
  /** Lessons that Telegram accepted, by the attempts. */
  readonly lessonsSent: number
  readonly quizzesSent: number
  /** Questions that came again, and items that measure. */
  readonly reviewsSent: number
  readonly answers: number
  readonly correct: number
  readonly nudges: number
  /** Lessons and quizzes of one row that Telegram accepted more than once. */
  readonly duplicates: number
  readonly uncertain: number
  /** Due, and neither sent nor ended with a reason; lessons that were due and never planned. */
  readonly lost: number
  /** Updates whose handler failed for good. */
  readonly parked: number
}

/** @param since civil time at which this demo began; what an earlier one left (`--keep`) is older */
export async function countLedgers(db: Db, since: Date, now: Date): Promise<LedgerCounts> {
  const accepted = (kind: string) => sql`
    (select count(*)::int from outbox_attempts a join outbox o on o.id = a.outbox_id
      where o.kind = ${kind} and a.outcome = 'ok' and o.created_at >= ${at(since)})`
  const [row] = await rowsOf<Record<keyof LedgerCounts, number>>(
    db,
    sql`
    select
      (select count(distinct chat_id)::int from outbox
        where kind = 'lesson' and state = 'sent' and created_at >= ${at(since)}) as people,
      ${accepted('lesson')} as "lessonsSent",
      ${accepted('quiz')} as "quizzesSent",
      ${accepted('review')} + ${accepted('assessment-item')} as "reviewsSent",
      (select count(*)::int from answers where answered_at >= ${at(since)}) as answers,
      (select count(*)::int from answers where answered_at >= ${at(since)} and correct) as correct,
      -- What tells of a pause has no lesson to send again, by which a reminder is known on the phone.
      (select count(*)::int from nudges
        where outcome = 'sent' and rung < 4 and created_at >= ${at(since)}) as nudges,
      (select coalesce(sum(copies - 1), 0)::int from (
        select count(*) as copies from outbox_attempts a join outbox o on o.id = a.outbox_id
        where o.kind in ('lesson', 'quiz') and a.outcome = 'ok' and o.created_at >= ${at(since)}
        group by o.id) as sent) as duplicates,
      (select count(*)::int from outbox
        where state = 'uncertain' and created_at >= ${at(since)}) as uncertain,
      (select count(*)::int from outbox
        where (state in ('pending', 'sending') and coalesce(not_before, created_at) <= ${at(now)})
          or (state in ('failed', 'cancelled') and coalesce(reason, '') = ''))
      + (select count(*)::int from learners where next_due_at <= ${at(now)}) as lost,
      (select count(*)::int from inbox where state = 'parked') as parked`,
  )
  if (row === undefined) throw new Error('The ledgers returned no row')
  return row
}

export interface SentRow {
  readonly id: number
  readonly chatId: number
  readonly messageId: number
}

export interface SentRange {
  /** Ids, both excluded. */
  readonly after: number
  readonly before: number
  readonly since: Date
  readonly limit: number
}

/** Rows that say `sent` with a message, in order of their ids. */
export async function readSent(db: Db, range: SentRange): Promise<SentRow[]> {
  const rows = await rowsOf<{ id: string; chat_id: string; message_id: string }>(
    db,
    sql`
    select id, chat_id, message_id from outbox
    where id > ${range.after} and id < ${range.before} and state = 'sent'
      and message_id is not null and created_at >= ${at(range.since)}
    order by id limit ${range.limit}`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    chatId: Number(row.chat_id),
    messageId: Number(row.message_id),
  }))
}

/** The newest moment that the ledgers know of: a kept demo goes on after it. */
export async function newestMoment(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ newest: string | null }>(
    db,
    sql`
    select greatest(
      (select max(created_at) from people), (select max(last_seen_at) from people),
      (select max(created_at) from outbox), (select max(finished_at) from outbox),
      (select max(answered_at) from answers)) as newest`,
  )
  return asDateOrNull(row?.newest) ?? undefined
}

/** Telegram ids of those who have joined already. */
export async function joinedIds(db: Db): Promise<ReadonlySet<number>> {
  const rows = await rowsOf<{ telegram_id: string }>(
    db,
    sql`select telegram_id from people where joined_at is not null`,
  )
  return new Set(rows.map((row) => Number(row.telegram_id)))
}

/** Makes somebody a coordinator of a unit. */
export async function grantCoordinator(
  db: Db,
  telegramId: number,
  unitId: string,
  now: Date,
): Promise<void> {
  await db.execute(sql`
    insert into roles (person_id, role, unit_id, granted_at)
    select id, 'coordinator', ${unitId}::uuid, ${at(now)} from people
    where telegram_id = ${telegramId}
    on conflict do nothing`)
}

import { sql } from 'drizzle-orm'
import { arrayOf, at, rowsOf, type Db } from '../platform/db/index.ts'

export interface NoticeDue {
  readonly personId: string
  readonly chatId: number
}

/**
 * People whose next lesson is due and who agreed to an older notice than `version`; their lesson waits
 * from now on. Locked, so that the planner passes them over in the same moment.
 */
export async function takeNoticesDue(
  tx: Db,
  { version, now, limit }: { readonly version: number; readonly now: Date; readonly limit: number },
): Promise<NoticeDue[]> {
  const rows = await rowsOf<{ person_id: string; chat_id: string }>(
    tx,
    sql`
    with due as (
      select l.person_id, p.chat_id from learners l join people p on p.id = l.person_id
      where l.next_due_at <= ${at(now)} and (
        select max(c.notice_version) from consents c
        where c.person_id = p.id and c.withdrawn_at is null) < ${version}
      order by l.next_due_at limit ${limit} for update of l),
    held as (
      update learners l set next_due_at = null from due where l.person_id = due.person_id)
    select person_id, chat_id from due`,
  )
  return rows.map((row) => ({ personId: row.person_id, chatId: Number(row.chat_id) }))
}

/** Of these keys of messages, those that were written. */
export async function writtenKeys(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await rowsOf<{ dedupe_key: string }>(
    db,
    sql`select dedupe_key from outbox where dedupe_key = any(${arrayOf(keys, 'text')})`,
  )
  return new Set(rows.map((row) => row.dedupe_key))
}

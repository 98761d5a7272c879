import { sql } from 'drizzle-orm'
import { asDateOrNull, at, type Db, rowsOf } from '../../platform/db/index.ts'

/** The newest announcement; ids grow. 0: there is none. */
export async function newestAnnouncement(db: Db): Promise<number> {
  const [row] = await rowsOf<{ id: string | null }>(
    db,
    sql`select max(id) as id from announcements`,
  )
  return Number(row?.id ?? 0)
}

export interface AnnouncementRows {
  readonly state: string
  /** Telegram's ids, with what the ledger says became of the copy; null: on its way, or not yet. */
  readonly recipients: readonly { readonly chatId: number; readonly outcome: string | null }[]
}

/** How an announcement stands, and each of its recipients. */
export async function readAnnouncement(db: Db, id: number): Promise<AnnouncementRows> {
  const [row] = await rowsOf<{ state: string }>(
    db,
    sql`select state from announcements where id = ${id}`,
  )
  const recipients = await rowsOf<{ chat_id: string; outcome: string | null }>(
    db,
    sql`
    select p.telegram_id as chat_id, r.outcome
    from announcement_recipients r join people p on p.id = r.person_id
    where r.announcement_id = ${id}`,
  )
  return {
    state: row?.state ?? '',
    recipients: recipients.map((one) => ({ chatId: Number(one.chat_id), outcome: one.outcome })),
  }
}

/**
 * When the next of these comes: the end of the time in which a confirmed announcement can be undone,
 * and the word about what people did with their copies.
 */
export async function earliestWaitedFor(db: Db, now: Date): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`
    select least(
      (select min(starts_at) from announcements where state = 'undoable'),
      (select min(not_before) from outbox
        where kind = 'announcement-progress' and state = 'pending' and not_before > ${at(now)})
    ) as next`,
  )
  return asDateOrNull(row?.next) ?? undefined
}

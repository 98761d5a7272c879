import { sql } from 'drizzle-orm'
import { arrayOf, asDate, type Db, rowsOf } from '../../platform/db/index.ts'
import type { Period } from './period.ts'

/** Whom an announcement reached; every number has its meaning in docs/measures.md. */
export interface AnnouncementReach {
  readonly id: number
  /** Null: gone. */
  readonly author: string | null
  readonly queuedAt: Date
  /** Who was to have a copy; of them: */
  readonly people: number
  /** Telegram accepted it. */
  readonly sent: number
  /** The button below it was pressed. */
  readonly acknowledged: number
}

/**
 * Announcements that went out in a period, the latest first. Few in number, and counted from the rows
 * that each has of its recipients.
 *
 * @param timezone the organisation's: an announcement belongs to the day on which it began there
 * @param unitIds copies for people who are in one of these units now, and no other announcements;
 *   left out: all
 */
export async function readAnnouncementReach(
  db: Db,
  { from, to }: Period,
  timezone: string,
  unitIds?: readonly string[],
): Promise<AnnouncementReach[]> {
  const among =
    unitIds === undefined
      ? sql``
      : sql`and exists (select from people q where q.id = c.person_id
          and q.unit_id = any(${arrayOf(unitIds, 'uuid')}))`
  const rows = await rowsOf<
    Omit<AnnouncementReach, 'queuedAt' | 'id'> & { id: string; queued_at: string }
  >(
    db,
    sql`
    select a.id, p.name as author, a.queued_at, r.people, r.sent, r.acknowledged
    from announcements a
    left join people p on p.id = a.author_id
    cross join lateral (
      select count(*)::int as people, (count(*) filter (where outcome = 'sent'))::int as sent,
        count(acknowledged_at)::int as acknowledged
      from announcement_recipients c where announcement_id = a.id ${among}) r
    where a.queued_at is not null and r.people > 0
      and (a.queued_at at time zone ${timezone})::date between ${from} and ${to}
    order by a.queued_at desc, a.id desc`,
  )
  return rows.map(({ id, queued_at: queuedAt, ...row }) => ({
    ...row,
    id: Number(id),
    queuedAt: asDate(queuedAt),
  }))
}

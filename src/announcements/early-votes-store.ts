import { sql } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../platform/db/index.ts'
import { findAnnouncement } from './announcements-store.ts'
import { tellProgressSoon } from './progress-message.ts'

/**
 * Counts votes that came before it was written down which poll stands in whose chat: they were kept,
 * as answers to unknown quizzes are. A vote that came later by itself stands. A sweep, since the vote
 * and what became of its poll may be written at the same time, and neither sees the other.
 */
export async function countEarlyVotes(tx: Db, now: Date): Promise<void> {
  const counted = await rowsOf<{ announcement_id: string }>(
    tx,
    sql`
    with taken as (
      delete from early_answers e using outbox_attempts a, outbox o, people p
      where a.poll_id = e.poll_id and o.id = a.outbox_id and o.kind = 'announcement'
        and p.id = o.person_id
      returning (o.args ->> 'announcementId')::bigint as announcement_id, o.person_id, e.positions,
        p.telegram_id = e.telegram_id as own)
    update announcement_recipients r
    set choice = (
      select array_agg(v.position::smallint order by v.place)
      from jsonb_array_elements_text(t.positions) with ordinality as v (position, place))
    from taken t
    where t.own and r.announcement_id = t.announcement_id and r.person_id = t.person_id
      and r.choice is null
    returning r.announcement_id`,
  )
  for (const id of new Set(counted.map((row) => Number(row.announcement_id)))) {
    const found = await findAnnouncement(tx, id)
    if (found !== undefined) await tellProgressSoon(tx, found, now)
  }
}

/** What came early is no longer what somebody chose, once another vote has come. */
export async function forgetEarlyVotes(tx: Db, pollIds: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from early_answers where poll_id = any(${arrayOf(pollIds, 'text')})`)
}

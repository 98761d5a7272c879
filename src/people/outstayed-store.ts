import { sql } from 'drizzle-orm'
import { at, rowsOf, type Db } from '../platform/db/index.ts'

/**
 * Whoever is kept for longer than is said: people who took their consent back, who left the
 * organisation, or who came with a code and never agreed; and places that were closed when their
 * person went on with another account, once that cannot be undone any more.
 *
 * @returns ids, the first by id
 */
export async function outstayed(
  db: Db,
  before: { readonly withdrawn: Date; readonly away: Date; readonly strangers: Date },
  limit: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    select p.id from people p
    where (p.restricted_since is not null and exists (
        select 1 from consents c where c.person_id = p.id and c.withdrawn_at < ${at(before.withdrawn)}))
      or (p.moved_away_at < ${at(before.away)} and p.restricted_since is null)
      or (p.join_step = 'consent' and p.telegram_id > 0 and p.last_seen_at < ${at(before.strangers)}
        and not exists (select 1 from roles r where r.person_id = p.id))
      or (p.telegram_id < 0 and not exists (select 1 from takeovers t where t.id = -p.telegram_id))
    order by p.id limit ${limit}`,
  )
  return rows.map(({ id }) => id)
}

/** Wrong codes of accounts that have not tried for long. */
export async function forgetGuesses(db: Db, before: Date, limit: number): Promise<void> {
  await db.execute(sql`
    delete from invite_guesses where telegram_id in (
      select telegram_id from invite_guesses where last_at < ${at(before)} limit ${limit})`)
}

/** Places that were taken off the roster so long ago that nobody puts them back. */
export async function forgetRemovals(db: Db, before: Date, limit: number): Promise<void> {
  await db.execute(sql`
    delete from roster_removals where id in (
      select id from roster_removals where removed_at < ${at(before)} order by id limit ${limit})`)
}

import { sql } from 'drizzle-orm'
import { isNearest } from '../people/index.ts'
import { at, type Db, rowsOf } from '../platform/db/index.ts'

export interface PausedSince {
  readonly count: number
  /** Of them, people of the job role `pimpinan`, who are named nowhere. */
  readonly leaders: number
  /** At most `MOST_NAMES` of the others. */
  readonly names: readonly string[]
}

/** Names in one note; more make a list that nobody reads in passing. */
const MOST_NAMES = 8

/**
 * Whose pause has begun by itself since then and stands, of those whose nearest coordinator somebody
 * is. Narrower than `/belum_selesai`, which shows her units with all below them: a note comes unasked,
 * and one person's pause is told once.
 */
export async function pausedSince(db: Db, viewerId: string, since: Date): Promise<PausedSince> {
  const [row] = await rowsOf<{ count: number; leaders: number; names: string[] | null }>(
    db,
    sql`
    with found as (
      select p.id, p.name, coalesce(p.job_role = 'pimpinan', false) as leader
      from people p
      where p.paused and p.paused_itself and p.join_step is null and p.moved_away_at is null
        and ${isNearest(viewerId)}
        and exists (select 1 from nudges n
          where n.person_id = p.id and n.rung = 4 and n.created_at >= ${at(since)}))
    select count(*)::int as count, (count(*) filter (where leader))::int as leaders,
      (select array_agg(named.name) from (
        select name from found where not leader order by name limit ${MOST_NAMES}) named) as names
    from found`,
  )
  return { count: row?.count ?? 0, leaders: row?.leaders ?? 0, names: row?.names ?? [] }
}

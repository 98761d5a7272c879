import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { addCivilDays, type CivilDay } from '../../learning/index.ts'
import { mondayOf } from './period.ts'
import type { Rate } from './wilson.ts'
import type { Group } from './sums-store.ts'

/** People who joined in one week, and in which weeks from then on they answered something. */
export interface Cohort {
  /** A Monday. */
  readonly week: CivilDay
  readonly joined: number
  /** People by week: 0 is the week of joining. */
  readonly active: readonly number[]
}

/**
 * Retention by week of joining, the oldest first: the weeks of `from` and `to` and all between, each
 * whole.
 *
 * @param weeks how many weeks of each, the one of joining included
 */
export async function readRetention(
  db: Db,
  group: Group,
  { from, to, weeks }: { readonly from: CivilDay; readonly to: CivilDay; readonly weeks: number },
): Promise<Cohort[]> {
  const scopes = arrayOf(group.scopes, 'text')
  const rows = await rowsOf<{ week: string; joined: number; active: Record<string, number> }>(
    db,
    sql`
    with came as (
      select day - (extract(isodow from day)::int - 1) as week, sum(n)::int as joined
      from stats_sums where scope = any(${scopes}) and measure = 'joined' and key = ''
        and day between ${mondayOf(from)} and ${addCivilDays(mondayOf(to), 6)}
      group by 1),
    back as (
      select day as week, key, sum(n)::int as n from stats_sums
      where scope = any(${scopes}) and measure = 'week'
        and day between ${mondayOf(from)} and ${mondayOf(to)}
      group by 1, 2)
    select c.week::text, c.joined,
      coalesce((select json_object_agg(b.key, b.n) from back b where b.week = c.week), '{}') as active
    from came c order by c.week`,
  )
  return rows.map(({ week, joined, active }) => ({
    week,
    joined,
    active: Array.from({ length: weeks }, (_, i) => active[String(i)] ?? 0),
  }))
}

/**
 * Of the people who answered something in the week before, those who did in the next one too.
 *
 * @param monday of the later of the two weeks
 */
export async function readContinuity(db: Db, group: Group, monday: CivilDay): Promise<Rate> {
  const [row] = await rowsOf<{ part: number; whole: number }>(
    db,
    sql`
    with days as (
      select day, key, n, ${monday}::date as later, ${monday}::date - 7 as earlier from stats_sums
      where scope = any(${arrayOf(group.scopes, 'text')}) and measure = 'active'
        and day between ${monday}::date - 7 and ${monday}::date + 6)
    -- Each person counts on the first of their days in a week: the previous one lies before it.
    select coalesce(sum(n) filter (where day >= later and key < later::text
        and key >= earlier::text), 0)::int as part,
      coalesce(sum(n) filter (where day < later and key < earlier::text), 0)::int as whole
    from days`,
  )
  return row ?? { part: 0, whole: 0 }
}

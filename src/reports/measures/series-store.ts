import { sql } from 'drizzle-orm'
import type { CivilDay } from '../../learning/index.ts'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import type { Period } from './period.ts'
import type { Group } from './sums-store.ts'

/** How long the steps of a series are: weeks begin on Mondays. */
export type Grain = 'day' | 'week' | 'month'

/** One step of a period; the first and the last may be cut off by its ends. */
export interface SeriesPoint {
  /** The first day of the step that lies in the period. */
  readonly from: CivilDay
  /** Distinct people with an answer in it. */
  readonly active: number
  /** Lessons that were due in it and arrived; of them, answered. */
  readonly arrived: number
  readonly answered: number
}

/**
 * The same measures as of the whole period, step by step; every step has a row. People are counted
 * once in each: on the first day of it with an answer, whose previous such day lies before it.
 */
export async function readSeries(
  db: Db,
  { group, period, grain }: { group: Group; period: Period; grain: Grain },
): Promise<SeriesPoint[]> {
  return rowsOf<SeriesPoint & Record<string, unknown>>(
    db,
    // Each scope is looked up by itself: there may be thousands, and a step is no reason to do it again.
    sql`
    with steps as (
      select greatest(s::date, ${period.from}::date) as begins
      from generate_series(
        date_trunc(${grain}, ${period.from}::date::timestamp), ${period.to}::date::timestamp,
        ${sql.raw(`interval '1 ${grain}'`)}) s),
    happened as (
      select greatest(date_trunc(${grain}, s.day::timestamp)::date, ${period.from}::date) as begins,
        s.measure, s.key, s.n
      from unnest(${arrayOf(group.scopes, 'text')}) g(scope)
      cross join lateral (
        select day, measure, key, n from stats_sums
        where scope = g.scope and measure in ('active', 'arrived', 'answered')
          and day between ${period.from} and ${period.to}) s)
    select begins::text as "from",
      coalesce(sum(n) filter (where measure = 'active' and key < begins::text), 0)::int as active,
      coalesce(sum(n) filter (where measure = 'arrived'), 0)::int as arrived,
      coalesce(sum(n) filter (where measure = 'answered'), 0)::int as answered
    from steps left join happened using (begins)
    group by begins order by begins`,
  )
}

import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import type { Period } from './period.ts'

/** People who are counted together: a unit with those below it, or everybody. */
export interface Group {
  readonly id: string
  /** Scopes of the sums, disjoint: `all`, units' ids, `role:…`. */
  readonly scopes: readonly string[]
}

export const EVERYBODY: Group = { id: 'all', scopes: ['all'] }

/** One sum of a group over a period. */
export interface Sum {
  readonly group: string
  readonly measure: string
  readonly key: string
  /** ISO 1 Monday … 7 Sunday for `hour`, otherwise 0. */
  readonly weekday: number
  readonly n: number
}

/**
 * Sums over the days of a period. `active` counts distinct people: each once, on the first day of
 * the period with an answer, which is the one whose previous such day lies before the period.
 */
export async function readSums(
  db: Db,
  {
    groups,
    measures,
    period,
  }: { groups: readonly Group[]; measures: readonly string[]; period: Period },
): Promise<Sum[]> {
  const scoped = groups.flatMap(({ id, scopes }) => scopes.map((scope) => ({ id, scope })))
  const rows = await rowsOf<{
    group: string
    measure: string
    key: string
    weekday: number
    n: string
  }>(
    db,
    sql`
    select g.id as "group", s.measure, s.key, s.weekday, sum(s.n) as n
    from unnest(${arrayOf(
      scoped.map(({ id }) => id),
      'text',
    )}, ${arrayOf(
      scoped.map(({ scope }) => scope),
      'text',
    )}) as g(id, scope)
    cross join lateral (
      select s.measure, case when s.measure = 'active' then '' else s.key end as key,
        case when s.measure = 'hour' then extract(isodow from s.day)::int else 0 end as weekday,
        sum(s.n) as n
      from stats_sums s
      where s.scope = g.scope and s.measure = any(${arrayOf(measures, 'text')})
        and s.day between ${period.from} and ${period.to}
        and (s.measure <> 'active' or s.key < ${period.from}::text)
      group by 1, 2, 3) s
    group by 1, 2, 3, 4`,
  )
  return rows.map((row) => ({ ...row, n: Number(row.n) }))
}

import { sql, type SQL } from 'drizzle-orm'
import { placedUnits } from '../../learning/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import type { Group } from './sums-store.ts'

/** People who joined and of whom the same is true, as many as `n`. */
export interface StandingRow {
  readonly group: string
  readonly calendarId: string
  readonly timezone: string
  readonly weekly: boolean
  /** Due day of the oldest lesson that stands open; null: none does. */
  readonly openSince: string | null
  /** Last day with an answer; null: never. */
  readonly lastActive: string | null
  readonly n: number
}

/** The groups with a row for each of their scopes, as `g`. */
function scoped(groups: readonly Group[]): SQL {
  const pairs = groups.flatMap(({ id, scopes }) => scopes.map((scope) => ({ id, scope })))
  const ids = arrayOf(
    pairs.map(({ id }) => id),
    'text',
  )
  const scopes = arrayOf(
    pairs.map(({ scope }) => scope),
    'text',
  )
  return sql`unnest(${ids}, ${scopes}) as g(id, scope)`
}

/** The class of people that a key of the sums stands for. */
function rhythmIn(key: string): Pick<StandingRow, 'timezone' | 'openSince' | 'weekly'> {
  const [timezone = 'UTC', openSince = '', weekly] = key.split('|')
  return { timezone, openSince: openSince === '' ? null : openSince, weekly: weekly === 'w' }
}

/**
 * Those who answered something since a day, by what they have open.
 *
 * @param groups with scopes that are units, or `none`: a calendar is a unit's
 */
export async function readStandingRows(
  db: Db,
  groups: readonly Group[],
  since: string,
): Promise<StandingRow[]> {
  const rows = await rowsOf<{
    group: string
    calendar_id: string
    key: string
    day: string
    n: string
  }>(
    db,
    sql`
    with recursive ${placedUnits}
    select g.id as "group", coalesce(p.calendar_id, 'office') as calendar_id, s.key, s.day::text,
      sum(s.n) as n
    from ${scoped(groups)}
    join stats_sums s on s.scope = g.scope and s.measure = 'standing' and s.day >= ${since}
    left join placed p on p.unit_id::text = g.scope
    group by 1, 2, 3, 4`,
  )
  return rows.map(({ group, calendar_id: calendarId, key, day, n }) => ({
    group,
    calendarId,
    ...rhythmIn(key),
    lastActive: day,
    n: Number(n),
  }))
}

/** Those who joined, and by what they have open those who have. */
export async function readOpenRows(
  db: Db,
  groups: readonly Group[],
): Promise<(Omit<StandingRow, 'calendarId' | 'lastActive'> & { readonly joined: boolean })[]> {
  const rows = await rowsOf<{
    group: string
    measure: string
    key: string
    day: string | null
    n: string
  }>(
    db,
    sql`
    select g.id as "group", s.measure, s.key, s.day::text, sum(s.n) as n
    from ${scoped(groups)}
    cross join lateral (
      select measure, key, case when measure = 'open' then day end as day, sum(n) as n
      from stats_sums where scope = g.scope and measure in ('open', 'joined') group by 1, 2, 3) s
    group by 1, 2, 3, 4`,
  )
  return rows.map(({ group, measure, key, day, n }) => ({
    group,
    joined: measure === 'joined',
    ...rhythmIn(key),
    openSince: day,
    n: Number(n),
  }))
}

/** The same of those who are away now: paused, or on leave. @param today in the organisation's zone */
export async function readAwayRows(
  db: Db,
  groups: readonly Group[],
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<StandingRow[]> {
  const rows = await rowsOf<{
    group: string
    calendar_id: string
    timezone: string
    weekly: boolean
    open_since: string | null
    last_active: string | null
    n: number
  }>(
    db,
    sql`
    with recursive ${placedUnits},
    away as (
      select id as person_id from people p
      where p.paused and (p.paused_until is null or p.paused_until > ${at(now)})
      union
      select l.person_id from leaves l where l.last_day >= ${today} and l.first_day <= ${today})
    select g.id as "group", coalesce(p.calendar_id, 'office') as calendar_id, k.timezone, k.weekly,
      k.open_since::text, k.last_active::text, count(*)::int as n
    from away join stats_people k using (person_id)
    join ${scoped(groups)} on g.scope = coalesce(k.unit_id::text, 'none')
    left join placed p on p.unit_id = k.unit_id
    where k.joined_day is not null
    group by 1, 2, 3, 4, 5, 6`,
  )
  return rows.map((row) => ({
    group: row.group,
    calendarId: row.calendar_id,
    timezone: row.timezone,
    weekly: row.weekly,
    openSince: row.open_since,
    lastActive: row.last_active,
    n: row.n,
  }))
}

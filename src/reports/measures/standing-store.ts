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

/** A group of units, or `none`, with the calendar of each: read once, since a join would walk the tree again. */
export interface PlacedGroup extends Group {
  /** In the order of the scopes. */
  readonly calendarIds: readonly string[]
}

/** Gives each scope of the groups its calendar. */
export async function placeGroups(db: Db, groups: readonly Group[]): Promise<PlacedGroup[]> {
  const rows = await rowsOf<{ unit_id: string; calendar_id: string | null }>(
    db,
    sql`with recursive ${placedUnits} select unit_id, calendar_id from placed`,
  )
  const of = new Map(rows.map((row) => [row.unit_id, row.calendar_id]))
  return groups.map((group) => ({
    ...group,
    calendarIds: group.scopes.map((scope) => of.get(scope) ?? OFFICE_ID),
  }))
}

/** Whoever has no unit, or one without a calendar above it, keeps office days. */
const OFFICE_ID = 'office'

/** The groups with a row for each of their scopes, as `g`. */
function scoped(groups: readonly Group[], calendarIds: readonly string[] = []): SQL {
  const column = (pick: (group: Group, place: number) => string): SQL =>
    arrayOf(
      groups.flatMap((group) => group.scopes.map((_, place) => pick(group, place))),
      'text',
    )
  const ids = column(({ id }) => id)
  const scopes = column(({ scopes: all }, place) => all[place] ?? '')
  const calendars = arrayOf(calendarIds, 'text')
  return sql`unnest(${ids}, ${scopes}, ${calendars}) as g(id, scope, calendar_id)`
}

function placed(groups: readonly PlacedGroup[]): SQL {
  return scoped(
    groups,
    groups.flatMap(({ calendarIds }) => calendarIds),
  )
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
  groups: readonly PlacedGroup[],
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
    select g.id as "group", g.calendar_id, s.key, s.day::text, sum(s.n) as n
    from ${placed(groups)}
    join stats_sums s on s.scope = g.scope and s.measure = 'standing' and s.day >= ${since}
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

/**
 * Those who have a lesson open, whom lessons reach and who are not on pause, by its day.
 *
 * @param groups as above
 * @param floor whatever has been open for longer stands on this day
 */
export async function readOpenRows(
  db: Db,
  groups: readonly PlacedGroup[],
  floor: string,
): Promise<Omit<StandingRow, 'lastActive'>[]> {
  const rows = await rowsOf<{
    group: string
    calendar_id: string
    key: string
    day: string
    n: string
  }>(
    db,
    sql`
    select g.id as "group", g.calendar_id, s.key, greatest(s.day, ${floor})::text as day,
      sum(s.n) as n
    from ${placed(groups)}
    join stats_sums s on s.scope = g.scope and s.measure = 'open'
    group by 1, 2, 3, 4`,
  )
  return rows.map(({ group, calendar_id: calendarId, key, day, n }) => ({
    group,
    calendarId,
    ...rhythmIn(key),
    openSince: day,
    n: Number(n),
  }))
}

/** People who joined, up to now, and those of them who are on pause. */
export async function readJoined(
  db: Db,
  groups: readonly Group[],
): Promise<{ readonly group: string; readonly n: number; readonly paused: number }[]> {
  const rows = await rowsOf<{ group: string; n: string; paused: string }>(
    db,
    sql`
    select g.id as "group", coalesce(sum(s.n) filter (where s.measure = 'joined'), 0) as n,
      coalesce(sum(s.n) filter (where s.measure = 'paused'), 0) as paused
    from ${scoped(groups)}
    join stats_sums s on s.scope = g.scope and s.measure = any('{joined,paused}')
    group by 1`,
  )
  return rows.map(({ group, n, paused }) => ({ group, n: Number(n), paused: Number(paused) }))
}

/** People of whom the same is true who are on leave, or were away of late. */
export interface AwayRow extends Omit<StandingRow, 'lastActive'> {
  readonly reachable: boolean
  /** On leave on their own civil day. */
  readonly onLeave: boolean
  /** Leaves and pauses, and of these the leaves, of whoever has come back; null: none. */
  readonly away: string | null
  readonly leaves: string | null
}

/**
 * Those who are on leave, and those who came back so lately that no working day need have passed since.
 * Anybody else has had at least one, so that their leaves of old decide nothing; whoever is on pause
 * is counted in the sums.
 *
 * @param groups as above
 * @param since the earliest day on which a leave or a pause that is over may have ended
 * @param floor as above, for those who are on leave: nothing of theirs is counted from there on
 */
export async function readAwayRows(
  db: Db,
  groups: readonly PlacedGroup[],
  { now, since, floor }: { readonly now: Date; readonly since: string; readonly floor: string },
): Promise<AwayRow[]> {
  const rows = await rowsOf<{
    scope: string
    timezone: string
    weekly: boolean
    open_since: string | null
    reachable: boolean
    on_leave: boolean
    away: string | null
    leaves: string | null
    n: number
  }>(
    db,
    sql`
    select coalesce(k.unit_id::text, 'none') as scope, k.timezone, k.weekly,
      (case when k.open_since < ${floor} and l.on_leave then ${floor} else k.open_since end)::text
        as open_since,
      k.unreachable_day is null as reachable, l.on_leave,
      case when not l.on_leave then ${spansOf(sql`k.away`)} end as away,
      case when not l.on_leave then ${spansOf(sql`k.leaves`)} end as leaves,
      count(*)::int as n
    from stats_people k
    cross join lateral (
      select coalesce(k.leaves @> (${at(now)} at time zone k.timezone)::date, false) as on_leave) l
    where k.away_until >= ${since} and k.joined_day is not null and not k.paused
      and coalesce(k.unit_id::text, 'none') = any(${arrayOf(
        groups.flatMap(({ scopes }) => scopes),
        'text',
      )})
    group by 1, 2, 3, 4, 5, 6, 7, 8`,
  )
  const byScope = Map.groupBy(rows, ({ scope }) => scope)
  return groups.flatMap((group) =>
    group.scopes.flatMap((scope, place) =>
      (byScope.get(scope) ?? []).map((row) => ({
        group: group.id,
        calendarId: group.calendarIds[place] ?? OFFICE_ID,
        timezone: row.timezone,
        weekly: row.weekly,
        openSince: row.open_since,
        reachable: row.reachable,
        onLeave: row.on_leave,
        away: row.away,
        leaves: row.leaves,
        n: row.n,
      })),
    ),
  )
}

/** Days as the rule of who lags reads them: `first/last,first/last`. */
function spansOf(days: SQL): SQL {
  return sql`(
    select string_agg(lower(span) || '/' || coalesce(upper(span) - 1, '9999-12-31'), ','
      order by span) from unnest(${days}) span)`
}

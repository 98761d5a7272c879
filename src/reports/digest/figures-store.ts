import { sql, type SQL } from 'drizzle-orm'
import {
  calendarIdColumn,
  joinPlaced,
  placedUnits,
  readLaggards,
  type CivilDay,
  type LaggingOptions,
} from '../../learning/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'

/** A working day of a calendar; `week` 0 is the one that is told, 1 the one before it. */
export interface WorkingDay {
  readonly calendarId: string
  readonly day: CivilDay
  readonly week: number
}

/** Whose figures: the units that somebody coordinates and those below, or all of them for an admin. */
export interface DigestScope {
  readonly viewerId: string
  readonly everywhere: boolean
}

export interface UnitFigures {
  readonly unitId: string
  readonly name: string
  /** Who learns there. */
  readonly people: number
  /** Of these, who joined in the week. */
  readonly joined: number
}

export interface WeekFigures {
  readonly unitId: string
  readonly week: number
  /** Working days of these people on which something stood to be answered. */
  readonly days: number
  /** Of these, the days on which they learned. */
  readonly learned: number
  /** People who learned on one of them at least. */
  readonly learners: number
}

/** The units of a scope. */
function unitsIn({ viewerId, everywhere }: DigestScope): SQL {
  if (everywhere) return sql`below as (select id from units)`
  return sql`
    below as (
      select unit_id as id from roles where person_id = ${viewerId} and role = 'coordinator'
      union
      select u.id from units u join below b on u.parent_id = b.id)`
}

/**
 * Who learns in these units since `until` at the latest. Leaders stand in no list and no picture, so
 * they are not counted either: in a small unit the count would say who it was.
 */
function crowd(until: CivilDay): SQL {
  return sql`
    crowd as materialized (
      select p.id, p.unit_id, p.timezone, p.joined_at, ${calendarIdColumn} as calendar_id,
        (l.started_at at time zone p.timezone)::date as begun
      from people p join learners l on l.person_id = p.id ${joinPlaced}
      where p.join_step is null and p.job_role is distinct from 'pimpinan'
        and p.unit_id in (select id from below)
        and (l.started_at at time zone p.timezone)::date <= ${until}::date)`
}

/** Units of the scope in which anybody learns. */
export async function countPeople(
  db: Db,
  scope: DigestScope,
  week: { readonly last: CivilDay; readonly from: Date; readonly to: Date },
): Promise<UnitFigures[]> {
  const rows = await rowsOf<{ id: string; name: string; people: number; joined: number }>(
    db,
    sql`
    with recursive ${placedUnits}, ${unitsIn(scope)}, ${crowd(week.last)}
    select u.id, u.name, count(*)::int as people,
      (count(*) filter (where c.joined_at >= ${at(week.from)} and c.joined_at < ${at(week.to)}))::int
        as joined
    from crowd c join units u on u.id = c.unit_id
    group by u.id, u.name order by lower(u.name)`,
  )
  return rows.map(({ id, ...row }) => ({ unitId: id, ...row }))
}

/**
 * Learning by unit and week, by the definition in docs/measures.md: one statement for all of it.
 *
 * @param days working days of the calendars, in whole weeks
 */
export async function countDays(
  db: Db,
  scope: DigestScope,
  days: readonly WorkingDay[],
  { first, last }: { readonly first: CivilDay; readonly last: CivilDay },
): Promise<WeekFigures[]> {
  const column = (pick: (one: WorkingDay) => string | number, type: string) =>
    arrayOf(days.map(pick), type)
  const rows = await rowsOf<Omit<WeekFigures, 'unitId'> & { unit_id: string }>(
    db,
    sql`
    with recursive ${placedUnits}, ${unitsIn(scope)}, ${crowd(last)},
    days as (
      select * from unnest(
        ${column((one) => one.calendarId, 'text')}, ${column((one) => one.day, 'date')},
        ${column((one) => one.week, 'int')}) as d(calendar_id, day, week)),
    stood as materialized (
      select d.person_id, d.due_day, d.state = 'answered' as answered,
        coalesce((d.closed_at at time zone c.timezone)::date, ${last}::date) as until
      from deliveries d join crowd c on c.id = d.person_id
      where d.sent_at is not null and d.state <> 'undelivered' and d.due_day <= ${last}::date
        and (d.closed_at is null or d.closed_at >= ${first}::date - 1)),
    marks as (
      select a.person_id, (a.answered_at at time zone c.timezone)::date as day, true as learned
      from answers a join crowd c on c.id = a.person_id
      where a.answered_at >= ${first}::date - 1
        and (a.delivery_id is not null or a.review_id is not null)
      union all
      select person_id, due_day, true from stood where answered
      union all
      -- What was answered on its own day has a row above, and most are.
      select s.person_id, g.day::date, false
      from stood s cross join lateral generate_series(
        greatest(s.due_day, ${first}::date)::timestamp, least(s.until, ${last}::date)::timestamp,
        interval '1 day') as g(day)
      where not s.answered or s.until > s.due_day
      union all
      select r.person_id, r.day, false from reviews r join crowd c on c.id = r.person_id
      where r.cause = 'due' and r.sent_at is not null
        and r.day between ${first}::date and ${last}::date),
    kept as (
      select person_id, day, bool_or(learned) as learned from marks group by person_id, day)
    select c.unit_id, d.week, count(*)::int as days,
      (count(*) filter (where k.learned))::int as learned,
      (count(distinct c.id) filter (where k.learned))::int as learners
    from kept k join crowd c on c.id = k.person_id
      join days d on d.calendar_id = c.calendar_id and d.day = k.day
    where k.day >= c.begun
      and not exists (select 1 from leaves l where l.person_id = c.id
        and k.day between l.first_day and l.last_day)
    group by c.unit_id, d.week`,
  )
  return rows.map(({ unit_id: unitId, ...row }) => ({ unitId, ...row }))
}

/**
 * How many people of these units need a word, as in `/belum_selesai`: out of reach, or behind by the
 * one rule (learning/lagging). Leaders are not counted, nor is who asks.
 */
export async function countInNeed(
  db: Db,
  scope: DigestScope,
  options: LaggingOptions,
): Promise<number> {
  const among = sql`
    select p.id from people p
    where p.unit_id in (with recursive ${unitsIn(scope)} select id from below)`
  const laggards = await readLaggards(db, among, options)
  const [row] = await rowsOf<{ people: number }>(
    db,
    sql`
    select count(*)::int as people
    from people p join learners l on l.person_id = p.id
    where p.id in (${among}) and p.id <> ${scope.viewerId}
      and p.join_step is null and p.moved_away_at is null
      and p.job_role is distinct from 'pimpinan'
      and (p.unreachable_since is not null or p.id = any(${arrayOf(laggards, 'uuid')}))`,
  )
  return row?.people ?? 0
}

import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../../src/platform/db/index.ts'
import type {
  Cohort,
  Figures,
  Headcount,
  LessonFigures,
  Period,
  Rate,
  Standing,
} from '../../src/reports/index.ts'

/**
 * The measures of docs/measures.md straight from the recorded facts, without any roll-up: what tests
 * hold the kept figures against, and benches their speed. Nothing of the product's own is used.
 *
 * @param units people of these alone; undefined: everybody
 */
export interface Asked {
  readonly units: readonly string[] | undefined
  readonly period: Period
}

function within(units: readonly string[] | undefined): SQL {
  return units === undefined ? sql`true` : sql`p.unit_id = any(${arrayOf(units, 'uuid')})`
}

/** Completed joining, and has not moved away. */
const isJoined = sql`(p.join_step is null and p.moved_away_at is null)`

/** A little more than the civil days of the period, in whatever zone: what the index can use. */
function around(column: SQL, { from, to }: Period): SQL {
  return sql`${column} >= ${from}::date::timestamp at time zone 'UTC' - interval '2 days'
    and ${column} < ${to}::date::timestamp at time zone 'UTC' + interval '3 days'`
}

function inPeriod(moment: SQL, { from, to }: Period): SQL {
  return sql`(${moment} at time zone p.timezone)::date between ${from}::date and ${to}::date`
}

export async function straightFigures(db: Db, { units, period }: Asked): Promise<Figures> {
  const { from, to } = period
  const [answered] = await rowsOf<{ active: number; reviewed: number; right: number }>(
    db,
    sql`
    select (count(distinct a.person_id) filter (where ${isJoined}))::int as active, count(a.review_id)::int as reviewed,
      (count(a.review_id) filter (where a.correct))::int as right
    from answers a join people p on p.id = a.person_id
    where ${around(sql`a.answered_at`, period)} and ${inPeriod(sql`a.answered_at`, period)}
      and ${within(units)}`,
  )
  const [lessons] = await rowsOf<Record<string, number | null>>(
    db,
    sql`
    select count(*) filter (where d.state <> 'undelivered' and d.sent_at is not null
        or a.id is not null or d.state = 'skipped')::int as arrived,
      count(*) filter (where d.state = 'undelivered' and a.id is null)::int as undelivered,
      count(a.id)::int as answered, count(*) filter (where a.correct)::int as right,
      count(*) filter (where d.state = 'skipped' and a.id is null)::int as skipped,
      percentile_disc(0.5) within group (order by
        greatest(0, extract(epoch from a.answered_at - coalesce(d.quiz_sent_at, d.sent_at))))
        filter (where coalesce(d.quiz_sent_at, d.sent_at) is not null and a.id is not null)::float8
        as median
    from deliveries d join people p on p.id = d.person_id
    left join answers a on a.delivery_id = d.id
    where d.due_day between ${from} and ${to} and ${within(units)}`,
  )
  const hours = await rowsOf<{ weekday: number; hour: number; n: number }>(
    db,
    sql`
    select extract(isodow from a.answered_at at time zone p.timezone)::int as weekday,
      extract(hour from a.answered_at at time zone p.timezone)::int as hour, count(*)::int as n
    from answers a join people p on p.id = a.person_id
    where ${around(sql`a.answered_at`, period)} and ${inPeriod(sql`a.answered_at`, period)}
      and ${within(units)}
    group by 1, 2`,
  )
  const nudges = await straightNudges(db, { units, period })
  const tracks = await straightTracks(db, { units, period })
  const answersAt = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { weekday, hour, n } of hours) answersAt[weekday - 1]?.splice(hour, 1, n)
  const number = (key: string): number => lessons?.[key] ?? 0
  const median = lessons?.['median']
  return {
    active: answered?.active ?? 0,
    arrived: number('arrived'),
    answered: number('answered'),
    right: number('right'),
    skipped: number('skipped'),
    undelivered: number('undelivered'),
    reviewed: answered?.reviewed ?? 0,
    reviewRight: answered?.right ?? 0,
    medianWait: median === null || median === undefined ? null : roundedWait(median),
    answersAt,
    nudges,
    tracks,
  }
}

export async function straightTracks(db: Db, { units, period }: Asked): Promise<Figures['tracks']> {
  return rowsOf<{ trackId: string; begun: number; done: number }>(
    db,
    sql`
    select * from (
      select e.track_id as "trackId",
        (count(*) filter (where ${inPeriod(sql`e.started_at`, period)}))::int as begun,
        (count(*) filter (where e.state in ('done', 'placed')
          and ${inPeriod(sql`e.done_at`, period)}))::int as done
      from enrolments e join people p on p.id = e.person_id
      where ${within(units)} and ${isJoined}
      group by 1) t where begun + done > 0 order by "trackId" collate "C"`,
  )
}

async function straightNudges(
  db: Db,
  { units, period: { from, to } }: Asked,
): Promise<Figures['nudges']> {
  return rowsOf<{ step: number; sent: number; followed: number }>(
    db,
    sql`
    select n.step::int as step, count(*)::int as sent, (count(*) filter (where exists (
      select from answers a where a.delivery_id = n.delivery_id and a.answered_at > n.created_at
        and a.answered_at <= n.created_at + interval '24 hours')))::int as followed
    from nudges n join people p on p.id = n.person_id
    where n.outcome = 'sent' and n.day between ${from} and ${to} and ${within(units)}
    group by 1 order by 1`,
  )
}

/** docs/measures.md, "waiting time": whole minutes, the coarser the longer. */
export function roundedWait(seconds: number): number {
  const minutes = Math.floor(seconds / 60)
  const step = [
    [10, 1],
    [60, 5],
    [480, 30],
    [1440, 60],
  ].find(([below = 0]) => minutes < below)?.[1]
  return minutes - (minutes % (step ?? 1440))
}

export async function straightHeadcount(db: Db, { units, period }: Asked): Promise<Headcount> {
  const { to } = period
  const joined = sql`coalesce(p.joined_at, p.created_at)`
  const [row] = await rowsOf<Record<keyof Headcount, number>>(
    db,
    sql`
    select (count(*) filter (where (p.created_at at time zone p.timezone)::date <= ${to}))::int
        as known,
      (count(*) filter (where ${isJoined}
        and (${joined} at time zone p.timezone)::date <= ${to}))::int as joined,
      (count(*) filter (where ${isJoined}
        and ${inPeriod(joined, period)}))::int as "joinedNew",
      (count(*) filter (where (p.unreachable_since at time zone p.timezone)::date <= ${to}))::int
        as unreachable
    from people p where ${within(units)} and p.moved_away_at is null`,
  )
  if (row === undefined) throw new Error('No headcount')
  return row
}

export async function straightLessons(
  db: Db,
  { period: { from, to }, units }: Pick<Asked, 'period'> & Partial<Pick<Asked, 'units'>>,
  role?: string,
): Promise<LessonFigures[]> {
  return rowsOf<{ [K in keyof LessonFigures]: LessonFigures[K] }>(
    db,
    sql`
    select * from (
      select d.lesson_id as "lessonId",
        (count(*) filter (where d.state <> 'undelivered' and d.sent_at is not null
          or a.id is not null or d.state = 'skipped'))::int as arrived,
        count(a.id)::int as answered, (count(*) filter (where a.correct))::int as right,
        (count(*) filter (where d.state = 'skipped' and a.id is null))::int as skipped
      from deliveries d join people p on p.id = d.person_id
      left join answers a on a.delivery_id = d.id
      where d.due_day between ${from} and ${to}
        and ${role === undefined ? sql`true` : sql`p.job_role = ${role}`}
        and ${within(units)}
      group by 1) l where arrived > 0 order by "lessonId" collate "C"`,
  )
}

export async function straightRetention(
  db: Db,
  {
    units,
    from,
    to,
    weeks,
  }: {
    readonly units: readonly string[] | undefined
    readonly from: string
    readonly to: string
    readonly weeks: number
  },
): Promise<Cohort[]> {
  const rows = await rowsOf<{ week: string; joined: number; active: (number | null)[] }>(
    db,
    sql`
    with came as (
      select p.id, p.timezone, date_trunc('week', coalesce(p.joined_at, p.created_at)
        at time zone p.timezone)::date as week
      from people p where ${isJoined} and ${within(units)}
        and (coalesce(p.joined_at, p.created_at) at time zone p.timezone)::date
          between date_trunc('week', ${from}::date)::date
            and date_trunc('week', ${to}::date)::date + 6),
    back as (
      select c.week, (date_trunc('week', a.answered_at at time zone c.timezone)::date - c.week) / 7
        as k, count(distinct c.id)::int as n
      from came c join answers a on a.person_id = c.id group by 1, 2)
    select c.week::text, count(*)::int as joined,
      (select array_agg(coalesce(b.n, 0) order by i) from generate_series(0, ${weeks - 1}) i
        left join back b on b.week = c.week and b.k = i) as active
    from came c group by c.week order by c.week`,
  )
  return rows.map(({ week, joined, active }) => ({ week, joined, active: active.map(Number) }))
}

/**
 * Everybody who joined, by what they have open and when they last answered. The days are the caller's;
 * of those who learn once a week a lesson may stand six days longer, and they
 * lag after seven. Leaves and pauses are days on which nobody is waited for.
 */
export async function straightStanding(
  db: Db,
  {
    units,
    workingDays,
    lateBefore,
    activeSince,
    today,
  }: {
    readonly units: readonly string[] | undefined
    /** All before today on which anything can have stood open. */
    readonly workingDays: readonly string[]
    readonly lateBefore: string
    readonly activeSince: string
    readonly today: string
  },
): Promise<Standing> {
  const first = sql`(select d.due_day from deliveries d where d.person_id = p.id
    and d.state = 'open' and d.sent_at is not null order by d.bundle_place limit 1)`
  const isOff = (table: SQL): SQL => sql`exists (select from ${table} o where o.person_id = s.id
    and w.day between o.first_day and coalesce(o.last_day, 'infinity'))`
  const away = sql`(p.paused
    or exists (select from leaves l where l.person_id = p.id
      and ${today}::date between l.first_day and l.last_day))`
  const [row] = await rowsOf<{ [K in keyof Standing]: number }>(
    db,
    sql`
    select count(*)::int as people,
      (count(*) filter (where coalesce(open_since >= ${lateBefore}::date - grace, true)
        and last_active >= ${activeSince}))::int as "onSchedule",
      (count(*) filter (where not away and unreachable_since is null
        and (grace = 0 or open_since + 7 <= ${today}::date)
        and exists (select from unnest(${arrayOf(workingDays, 'date')}) w(day)
          where w.day >= open_since and not ${isOff(sql`leaves`)} and not ${isOff(sql`pauses`)})))::int
        as lagging,
      (count(*) filter (where away))::int as away
    from (
      select p.id, p.unreachable_since, case when p.weekly_on is null then 0 else 6 end as grace,
        ${first} as open_since, ${away} as away,
        (select max((a.answered_at at time zone p.timezone)::date) from answers a
          where a.person_id = p.id) as last_active
      from people p where ${isJoined} and ${within(units)}) s`,
  )
  if (row === undefined) throw new Error('No standing')
  return row
}

/** People who answered in the week from `monday` on and in the one before, of those of the latter. */
export async function straightContinuity(
  db: Db,
  units: readonly string[] | undefined,
  monday: string,
): Promise<Rate> {
  const [row] = await rowsOf<{ part: number; whole: number }>(
    db,
    sql`
    select (count(*) filter (where after and before))::int as part,
      (count(*) filter (where before))::int as whole
    from (
      select bool_or(day between ${monday}::date and ${monday}::date + 6) as after,
        bool_or(day between ${monday}::date - 7 and ${monday}::date - 1) as before
      from (
        select p.id, (a.answered_at at time zone p.timezone)::date as day
        from answers a join people p on p.id = a.person_id where ${isJoined} and ${within(units)}) d
      group by id) w`,
  )
  return row ?? { part: 0, whole: 0 }
}

import { sql, type SQL } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { isActive, sharesOfDays, sharesOfPeople, sumsOf } from './shares-store.ts'

/** Any number will do: whoever holds it is the one who brings the roll-ups up to date. */
const KEEPER_LOCK = 7_305_464

/** Whether this transaction is to write roll-ups: another one may do so, or there may be no marks. */
export async function lockRollups(tx: Db): Promise<'mine' | 'others' | 'nothing'> {
  const [row] = await rowsOf<{ turn: 'mine' | 'others' | 'nothing' }>(
    tx,
    // In this order: a lock is not taken for nothing.
    sql`select case when not exists (select from stats_marks) then 'nothing'
      when pg_try_advisory_xact_lock(${KEEPER_LOCK}) then 'mine' else 'others' end as turn`,
  )
  return row?.turn ?? 'nothing'
}

/** Waits until nobody else writes roll-ups. */
export async function waitForRollups(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEEPER_LOCK})`)
}

/** Everything reckoned is forgotten, and everybody is marked. */
export async function forgetRollups(tx: Db): Promise<void> {
  await tx.execute(sql`delete from stats_sums`)
  await tx.execute(sql`delete from stats_person_days`)
  await tx.execute(sql`delete from stats_people`)
  await tx.execute(sql`delete from stats_marks`)
  await tx.execute(sql`insert into stats_marks (person_id) select id from people`)
}

/**
 * Takes up to `limit` marks and reckons anew what they name, from the facts: rows of people and
 * their days are replaced, and the sums get the difference. To be called under the lock.
 *
 * @returns marks that were taken
 */
export async function keepBatch(tx: Db, limit: number): Promise<number> {
  const [row] = await rowsOf<{ marks: number; zeros: Zero[] | null }>(
    tx,
    sql`with ${marked(limit)}, ${reckoned}, ${standing}, ${written}
    select (select count(*)::int from taken) as marks,
      (select json_agg(json_build_array(scope, measure, day, key)) from summed where n = 0) as zeros`,
  )
  const zeros = row?.zeros ?? []
  if (zeros.length > 0) {
    // A sum that came to nothing is no row, as if it had never been one.
    await tx.execute(sql`
      delete from stats_sums s using jsonb_array_elements(${JSON.stringify(zeros)}::jsonb) z
      where s.scope = z ->> 0 and s.measure = z ->> 1 and s.day = (z ->> 2)::date
        and s.key = z ->> 3 and s.n = 0`)
  }
  return row?.marks ?? 0
}

type Zero = readonly [scope: string, measure: string, day: string, key: string]

/**
 * Who is concerned, and which of their days. One of whom more than single days has changed, or who
 * is new, is `whole`. The others are counted as before (unit, role, zone): if these have changed,
 * there is a mark for that as well, and until it is taken all of their days stay as they were.
 */
const marked = (limit: number): SQL => sql`
  taken as (
    delete from stats_marks where id in (select id from stats_marks order by id limit ${limit})
    returning person_id, day, at, delivery_id),
  persons as materialized (
    select t.person_id, bool_or(num_nonnulls(t.day, t.at, t.delivery_id) = 0
      or k.person_id is null) as whole
    from taken t left join stats_people k using (person_id) group by t.person_id),
  held as materialized (select k.* from persons join stats_people k using (person_id)),
  placed as materialized (
    select p.person_id, h.unit_id, h.job_role, h.timezone, h.known_day, h.joined_day,
      h.unreachable_day, h.weekly, h.paused, h.away, h.leaves, h.away_until
    from persons p join held h using (person_id) where not p.whole
    union all
    select q.id, q.unit_id, q.job_role, q.timezone,
      case when not o.away then (q.created_at at time zone q.timezone)::date end,
      case when q.join_step is null and not o.away
        then (coalesce(q.joined_at, q.created_at) at time zone q.timezone)::date end,
      case when not o.away then (q.unreachable_since at time zone q.timezone)::date end,
      q.weekly_on is not null, q.paused, b.away, b.leaves, b.away_until
    from persons p join people q on q.id = p.person_id
    cross join lateral (
      select range_agg(s.span) as away, range_agg(s.span) filter (where s.is_leave) as leaves,
        max(s.last_day) as away_until
      from (
        select true as is_leave, l.last_day, daterange(l.first_day, l.last_day, '[]') as span
        from leaves l where l.person_id = q.id
        union all
        select false, u.last_day, daterange(u.first_day, u.last_day, '[]')
        from pauses u where u.person_id = q.id) s) b
    -- Whoever has left the organisation is counted as nobody; what they did stays what happened.
    cross join lateral (select q.moved_away_at is not null as away) o
    where p.whole),
  -- Zone and wholeness travel along: joins between rows that nobody has statistics of are dear.
  known as materialized (
    select p.person_id, p.whole, q.timezone from persons p left join placed q using (person_id)),
  days as (
    select k.*, t.day from taken t join known k using (person_id)
    union
    select k.*, (t.at at time zone k.timezone)::date from taken t join known k using (person_id)
    union
    select k.*, c.day from taken t join known k using (person_id)
    -- The bound keeps each a look-up, after the join with whom it is of.
    cross join lateral (
      (select d.due_day as day from deliveries d where d.id = t.delivery_id limit 1)
      union all
      (select n.day from nudges n
        where n.person_id = t.person_id and n.delivery_id = t.delivery_id offset 0)) c
    union
    select k.*, c.day from known k
    cross join lateral (
      select d.due_day as day from deliveries d where d.person_id = k.person_id
      union
      select (a.answered_at at time zone k.timezone)::date from answers a
      where a.person_id = k.person_id
      union
      select n.day from nudges n where n.person_id = k.person_id
      union
      select (m at time zone k.timezone)::date from enrolments e
      cross join unnest(array[e.started_at, e.done_at]) m where e.person_id = k.person_id
    ) c where k.whole
    union
    select k.*, s.day from known k join stats_person_days s using (person_id) where k.whole),
  touched as materialized (select * from days where day is not null)`

const columns = sql`person_id, day, lessons, outcomes, undelivered, waits, hours, reviewed,
  review_right, begun, done, nudged, followed`

/** Old rows that are replaced, and new ones, with `previous` right on both sides of each gap. */
const reckoned = sql`
  fresh as (
    select t.person_id, t.day, t.whole, d.lessons, d.outcomes, d.undelivered, d.waits, a.hours, a.reviewed,
      a.review_right, e.begun, e.done, n.nudged, n.followed
    from touched t
    cross join lateral (
      select t.day::timestamp at time zone t.timezone as starts,
        (t.day + 1)::timestamp at time zone t.timezone as ends) m
    cross join lateral (
      select coalesce(array_agg(c.lesson_id order by c.id) filter (where c.outcome <> 'u'), '{}')
          as lessons,
        coalesce(string_agg(c.outcome, '' order by c.id) filter (where c.outcome <> 'u'), '')
          as outcomes,
        count(*) filter (where c.outcome = 'u')::smallint as undelivered,
        coalesce(array_agg(c.wait order by c.wait) filter (where c.wait is not null), '{}') as waits
      from (
        select v.id, v.lesson_id,
          case when f.correct then 'r' when f.correct = false then 'w'
            when v.state = 'skipped' then 's' when v.state = 'undelivered' then 'u'
            when v.sent_at is not null then 'o' end as outcome,
          ${waitOf(sql`extract(epoch from f.answered_at - coalesce(v.quiz_sent_at, v.sent_at))`)}
            as wait
        from deliveries v left join lateral (
          select a.correct, a.answered_at from answers a where a.delivery_id = v.id
          order by a.answered_at, a.id limit 1) f on true
        -- The range is what the index knows: a civil day lies within two days of the same UTC day.
        where v.person_id = t.person_id and v.due_day = t.day
          and v.due_at >= (t.day - 2)::timestamp at time zone 'UTC'
          and v.due_at < (t.day + 3)::timestamp at time zone 'UTC') c
      where c.outcome is not null) d
    cross join lateral (
      select coalesce(array_agg(h.hour order by h.hour), '{}') as hours,
        count(h.review_id)::smallint as reviewed,
        count(h.review_id) filter (where h.correct)::smallint as review_right
      from (
        select extract(hour from a.answered_at at time zone t.timezone)::smallint as hour,
          a.review_id, a.correct
        from answers a where a.person_id = t.person_id
          and a.answered_at >= m.starts and a.answered_at < m.ends) h) a
    cross join lateral (
      select coalesce(array_agg(w.step order by w.step), '{}') as nudged,
        coalesce(array_agg(w.step order by w.step) filter (where w.followed), '{}') as followed
      from (
        select v.step, exists (select from answers a where a.delivery_id = v.delivery_id
          and a.answered_at > v.created_at
          and a.answered_at <= v.created_at + interval '24 hours') as followed
        from nudges v
        where v.person_id = t.person_id and v.day = t.day and v.outcome = 'sent') w) n
    cross join lateral (
      select coalesce(array_agg(v.track_id order by v.track_id)
          filter (where v.started_at >= m.starts and v.started_at < m.ends), '{}') as begun,
        coalesce(array_agg(v.track_id order by v.track_id)
          filter (where v.state <> 'active' and v.done_at >= m.starts and v.done_at < m.ends), '{}')
          as done
      from enrolments v where v.person_id = t.person_id) e
    -- Without a zone the person is gone.
    where t.timezone is not null and (d.outcomes <> '' or d.undelivered > 0
      or cardinality(a.hours) > 0 or cardinality(n.nudged) > 0 or cardinality(e.begun) > 0
      or cardinality(e.done) > 0)),
  -- The day with an answer after each that is reckoned anew: its previous one may have changed.
  neighbours as materialized (
    select distinct o.person_id, o.day
    from touched t
    cross join lateral (
      select s.person_id, s.day from stats_person_days s
      where s.person_id = t.person_id and s.day > t.day and ${isActive(sql`s`)}
        and (s.person_id, s.day) not in (select person_id, day from touched)
      order by s.day limit 1) o
    where not t.whole),
  -- One look-up for each: whatever the planner thinks how many there are, the table is the largest.
  before as materialized (
    select s.ctid as place, s.*
    from (select person_id, day from touched union all select person_id, day from neighbours) t
    cross join lateral (
      select b.ctid, b.* from stats_person_days b
      where b.person_id = t.person_id and b.day = t.day limit 1) s),
  changed as materialized (
    select c.*, max(day) filter (where ${isActive(sql`c`)}) over (
      partition by person_id order by day
      rows between unbounded preceding and 1 preceding) as earlier
    from (
      select ${columns}, whole from fresh
      union all
      select ${columns}, false from neighbours join stats_person_days using (person_id, day)) c),
  final as materialized (
    select c.*, case when ${isActive(sql`c`)} then greatest(c.earlier, o.day) end as previous
    from changed c
    left join lateral (
      select s.day from stats_person_days s
      where s.person_id = c.person_id and s.day < c.day and ${isActive(sql`s`)}
        and not c.whole and ${isActive(sql`c`)}
        and (s.person_id, s.day) not in (select person_id, day from touched)
      order by s.day desc limit 1) o on true)`

const standing = sql`
  latest as (
    select person_id, max(day) as day from final f where ${isActive(sql`f`)} group by person_id),
  newly as materialized (
    select q.*,
      (select d.due_day from deliveries d where d.person_id = q.person_id
        and d.state = 'open' and d.sent_at is not null
        order by d.bundle_place limit 1) as open_since,
      greatest(l.day, o.day) as last_active
    from placed q join persons p using (person_id) left join latest l using (person_id)
    left join lateral (
      select s.day from stats_person_days s
      where s.person_id = q.person_id and not p.whole and ${isActive(sql`s`)}
        and (s.person_id, s.day) not in (select person_id, day from touched)
      order by s.day desc limit 1) o on true)`

const written = sql`
  shares as (
    ${sharesOfDays(sql`before`, sql`held`, -1)}
    union all ${sharesOfDays(sql`final`, sql`newly`, 1)}
    union all ${sharesOfPeople(sql`held`, -1)}
    union all ${sharesOfPeople(sql`newly`, 1)}),
  summed as (
    insert into stats_sums as s (scope, measure, day, key, n)
    ${sumsOf(sql`shares`)}
    on conflict (scope, measure, day, key) do update set n = s.n + excluded.n
    returning scope, measure, day, key, n),
  emptied as (
    delete from stats_person_days where ctid = any(array(
      select place from before where (person_id, day) not in (select person_id, day from final)))),
  filled as (
    insert into stats_person_days as s (${columns}, previous)
    select ${columns}, previous from final
    on conflict (person_id, day) do update set lessons = excluded.lessons,
      outcomes = excluded.outcomes, undelivered = excluded.undelivered, waits = excluded.waits,
      hours = excluded.hours, reviewed = excluded.reviewed, review_right = excluded.review_right,
      begun = excluded.begun, done = excluded.done, nudged = excluded.nudged,
      followed = excluded.followed, previous = excluded.previous),
  left_out as (
    delete from stats_people where person_id = any(array(
      select person_id from held where person_id not in (select person_id from newly)))),
  counted as (
    insert into stats_people as s (person_id, unit_id, job_role, timezone, known_day, joined_day,
      unreachable_day, weekly, paused, open_since, last_active, away, leaves, away_until)
    select person_id, unit_id, job_role, timezone, known_day, joined_day, unreachable_day, weekly,
      paused, open_since, last_active, away, leaves, away_until from newly
    on conflict (person_id) do update set unit_id = excluded.unit_id,
      job_role = excluded.job_role, timezone = excluded.timezone, known_day = excluded.known_day,
      joined_day = excluded.joined_day, unreachable_day = excluded.unreachable_day,
      weekly = excluded.weekly, paused = excluded.paused, open_since = excluded.open_since,
      last_active = excluded.last_active, away = excluded.away, leaves = excluded.leaves,
      away_until = excluded.away_until)`

/**
 * Whole minutes from so many seconds, the coarser the longer: to 5 minutes from ten minutes on, to
 * the half hour from an hour, to the hour from eight, to the day from a day. Rounding down keeps the
 * order, so the median of what is rounded is the rounded median.
 */
function waitOf(seconds: SQL): SQL {
  return sql`(
    select case when m < 10 then m when m < 60 then m - m % 5 when m < 480 then m - m % 30
      when m < 1440 then m - m % 60 else m - m % 1440 end
    -- greatest() passes over nulls, and no answer is no wait.
    from (select greatest(0, floor(s / 60))::int as m
      from (select ${seconds} as s) given where s is not null) minutes)`
}

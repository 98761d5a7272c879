import { sql, type SQL } from 'drizzle-orm'

/**
 * What rows of person-days add to the sums: rows of unit, role, measure, day, key and n. `days` has the
 * columns of stats_person_days, `people` those of stats_people; both are names of a WITH.
 *
 * @param sign -1 takes away what the same rows once added
 */
export function sharesOfDays(days: SQL, people: SQL, sign: 1 | -1): SQL {
  return sql`
    select p.unit_id, p.job_role, c.measure, c.day, c.key, ${sql.raw(String(sign))} * c.n as n
    from ${days} r join ${people} p using (person_id)
    cross join lateral (
      select 'arrived' as measure, r.day, '' as key, cardinality(r.lessons)::bigint as n
      union all
      select case outcome when 's' then 'skipped' else 'answered' end, r.day, '', 1
      from string_to_table(r.outcomes, null) outcome where outcome <> 'o'
      union all
      select 'right', r.day, '', 1 from string_to_table(r.outcomes, null) outcome
      where outcome = 'r'
      union all select 'undelivered', r.day, '', r.undelivered
      union all select 'wait', r.day, wait::text, 1 from unnest(r.waits) wait
      union all select 'hour', r.day, hour::text, 1 from unnest(r.hours) hour
      union all select 'reviewed', r.day, '', r.reviewed
      union all select 'review-right', r.day, '', r.review_right
      -- What is set against those who joined counts of them alone.
      union all
      select 'begun', r.day, track, 1 from unnest(r.begun) track where p.joined_day is not null
      union all
      select 'done', r.day, track, 1 from unnest(r.done) track where p.joined_day is not null
      union all select 'nudged', r.day, step::text, 1 from unnest(r.nudged) step
      union all select 'followed', r.day, step::text, 1 from unnest(r.followed) step
      union all
      select 'active', r.day, coalesce(r.previous::text, ''), 1
      where ${isActive(sql`r`)} and p.joined_day is not null
      union all
      select 'week', ${weekOf(sql`p.joined_day`)},
        ((${weekOf(sql`r.day`)} - ${weekOf(sql`p.joined_day`)}) / 7)::text, 1
      where ${isActive(sql`r`)} and p.joined_day is not null
        and (r.previous is null or r.previous < ${weekOf(sql`r.day`)})
      union all
      select 'lesson-' || case l.outcome when 'r' then 'right' when 'w' then 'wrong'
        when 's' then 'skipped' else 'open' end, r.day, l.lesson, 1
      from unnest(r.lessons, string_to_array(r.outcomes, null)) l(lesson, outcome)
    ) c
    where c.n <> 0`
}

/** The same of what holds of a person as such, each on the day since when it does. */
export function sharesOfPeople(people: SQL, sign: 1 | -1): SQL {
  return sql`
    select p.unit_id, p.job_role, c.measure, c.day, c.key, ${sql.raw(String(sign))}::bigint as n
    from ${people} p
    cross join lateral (
      select 'known' as measure, p.known_day as day, '' as key where p.known_day is not null
      union all select 'joined', p.joined_day, '' where p.joined_day is not null
      union all select 'unreachable', p.unreachable_day, '' where p.unreachable_day is not null
      union all
      select 'standing', p.last_active, ${rhythm(sql`coalesce(p.open_since::text, '')`)}
      where p.joined_day is not null and p.last_active is not null
      union all
      select 'open', p.open_since, ${rhythm(sql`''`)}
      where p.joined_day is not null and p.open_since is not null and p.unreachable_day is null
        and not p.paused
      union all select 'paused', p.joined_day, '' where p.joined_day is not null and p.paused
    ) c`
}

/** Zone, oldest open lesson, and `w` for lessons once a week: what decides whether one is late. */
function rhythm(openSince: SQL): SQL {
  return sql`concat_ws('|', p.timezone, ${openSince}, case when p.weekly then 'w' end)`
}

/**
 * The sums that shares add to. Most of what a day of somebody added before is what it adds now: that
 * is taken out first, so that what is left alone is spread over scopes. Sums by lesson are kept for
 * everybody and for roles: of each unit they would be far too many.
 */
export function sumsOf(shares: SQL): SQL {
  return sql`
    select s.scope, c.measure, c.day, c.key, sum(c.n) as n
    from (
      select unit_id, job_role, measure, day, key, sum(n) as n from ${shares}
      group by unit_id, job_role, measure, day, key having sum(n) <> 0) c
    cross join lateral (
      values ('all', true), (coalesce(c.unit_id::text, 'none'), false),
        ('role:' || coalesce(c.job_role, 'none'), true)) s(scope, wide)
    where s.wide or c.measure not like 'lesson-%'
    group by s.scope, c.measure, c.day, c.key having sum(c.n) <> 0`
}

/** The Monday of a day's week. */
export function weekOf(day: SQL): SQL {
  return sql`(${day} - (extract(isodow from ${day})::int - 1))`
}

export function isActive(row: SQL): SQL {
  return sql`cardinality(${row}.hours) > 0`
}

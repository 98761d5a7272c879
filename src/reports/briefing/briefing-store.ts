import { sql } from 'drizzle-orm'
import { readLaggards, type LaggingOptions } from '../../learning/index.ts'
import { at, type Db, rowsOf } from '../../platform/db/index.ts'

/** Four weeks up to now and the four before them, as moments. */
export interface Windows {
  readonly before: Date
  readonly middle: Date
  readonly end: Date
}

/** Some of some. */
export interface Part {
  readonly part: number
  readonly whole: number
}

/** A unit below the organisation itself, with all units below it. */
export interface BriefedUnit {
  readonly name: string
  /** Who learned in the four weeks, of those who had joined. */
  readonly now: Part
  readonly before: Part
  /** Somebody coordinates it, or a unit below it. */
  readonly coordinated: boolean
}

/**
 * People who completed joining and have not moved away, by the unit below the organisation that they
 * belong to; those of the organisation itself are in a row without a name.
 */
export async function readBriefedUnits(
  db: Db,
  { before, middle, end }: Windows,
): Promise<(Omit<BriefedUnit, 'name'> & { readonly name: string | null })[]> {
  const rows = await rowsOf<{
    name: string | null
    people: number
    learned: number
    people_before: number
    learned_before: number
    coordinated: boolean
  }>(
    db,
    sql`
    with recursive below as (
      select u.id, u.id as top from units u
        join units root on root.id = u.parent_id and root.parent_id is null
      union all
      select u.id, b.top from units u join below b on u.parent_id = b.id),
    learned as (
      select person_id, bool_or(answered_at >= ${at(middle)}) as now,
        bool_or(answered_at < ${at(middle)}) as before
      from answers where answered_at >= ${at(before)} and answered_at < ${at(end)}
      group by person_id),
    crowd as (
      select p.id, b.top, coalesce(p.joined_at, p.created_at) as since
      from people p left join below b on b.id = p.unit_id
      where p.join_step is null and p.moved_away_at is null)
    select u.name,
      count(*)::int as people, (count(*) filter (where l.now))::int as learned,
      (count(*) filter (where c.since < ${at(middle)}))::int as people_before,
      (count(*) filter (where c.since < ${at(middle)} and l.before))::int as learned_before,
      exists (select 1 from roles r join below b on b.id = r.unit_id
        where b.top = c.top and r.role = 'coordinator') as coordinated
    from crowd c left join units u on u.id = c.top left join learned l on l.person_id = c.id
    where c.since < ${at(end)}
    group by c.top, u.name order by u.name`,
  )
  return rows.map((row) => ({
    name: row.name,
    now: { part: row.learned, whole: row.people },
    before: { part: row.learned_before, whole: row.people_before },
    coordinated: row.coordinated,
  }))
}

export interface BriefingCounts {
  /** Places of the roster that are claimed, of all. */
  readonly roster: Part
  /** People who are through with the common track, now and four weeks ago. */
  readonly done: number
  readonly doneBefore: number
  /** Right first answers to quizzes of lessons, in the four weeks and in those before. */
  readonly right: Part
  readonly rightBefore: Part
}

/** @param trackId the common track */
export async function readBriefingCounts(
  db: Db,
  { before, middle, end }: Windows,
  trackId: string,
): Promise<BriefingCounts> {
  const [row] = await rowsOf<
    Record<
      | 'places'
      | 'claimed'
      | 'done'
      | 'done_before'
      | 'answered'
      | 'right'
      | 'answered_before'
      | 'right_before',
      number
    >
  >(
    db,
    sql`
    with finished as (
      select coalesce(e.done_at, e.started_at) < ${at(middle)} as earlier
      from enrolments e join people p on p.id = e.person_id
      where e.track_id = ${trackId} and e.state in ('done', 'placed')
        and coalesce(e.done_at, e.started_at) < ${at(end)}
        and p.join_step is null and p.moved_away_at is null),
    quizzes as (
      select correct, answered_at < ${at(middle)} as earlier from answers
      where delivery_id is not null
        and answered_at >= ${at(before)} and answered_at < ${at(end)})
    select
      (select count(*)::int from roster_places) as places,
      (select count(*)::int from roster_places where person_id is not null) as claimed,
      (select count(*)::int from finished) as done,
      (select count(*)::int from finished where earlier) as done_before,
      (count(*) filter (where not earlier))::int as answered,
      (count(*) filter (where not earlier and correct))::int as right,
      (count(*) filter (where earlier))::int as answered_before,
      (count(*) filter (where earlier and correct))::int as right_before
    from quizzes`,
  )
  if (row === undefined) throw new Error('The counts of the briefing returned no row')
  return {
    roster: { part: row.claimed, whole: row.places },
    done: row.done,
    doneBefore: row.done_before,
    right: { part: row.right, whole: row.answered },
    rightBefore: { part: row.right_before, whole: row.answered_before },
  }
}

/** People who lag behind now, by the one rule. */
export async function countLagging(db: Db, options: LaggingOptions): Promise<number> {
  const ids = await readLaggards(db, sql`select id from people`, options)
  return ids.length
}

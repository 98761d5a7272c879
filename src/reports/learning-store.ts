import { sql, type SQL } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import type { MatchedScore } from './gain.ts'
import type { Period } from './measures/period.ts'

/** Of whom, and when; what is left out does not narrow. */
export interface Learned {
  /** This unit and those below it. */
  readonly unitId?: string | undefined
  readonly period?: Period | undefined
}

function inPeriod(day: SQL, { period }: Learned): SQL {
  return period === undefined ? sql`true` : sql`${day} between ${period.from} and ${period.to}`
}

function within({ unitId }: Learned): SQL {
  if (unitId === undefined) return sql`scope (person_id) as (select id from people)`
  return sql`
    below (id) as (
      select id from units where id = ${unitId}
      union all select u.id from units u join below b on u.parent_id = b.id),
    scope (person_id) as (select p.id from people p join below b on b.id = p.unit_id)`
}

/** What somebody's forms of a track came to. */
export interface FormScore {
  readonly trackId: string
  /** Before and after; null: not all of both forms was answered so that it counts. */
  readonly score: MatchedScore | null
  /** The last item of the two forms was asked in the period. */
  readonly measured: boolean
  /** Percent of the check a month later; null: not all answered, or not asked in the period. */
  readonly delayed: number | null
}

/** One row for each person and track of whom at least one item was asked. */
export async function readFormScores(db: Db, asked: Learned = {}): Promise<FormScore[]> {
  const rows = await rowsOf<{
    track_id: string
    measured: boolean
    before: number | null
    after: number | null
    delayed: number | null
  }>(
    db,
    sql`
    with recursive ${within(asked)},
    form as (
      select track_id, form, count(*) as items from live_items group by track_id, form),
    phase as (
      select i.person_id, i.track_id, i.phase, max(i.day) as day,
        100.0 * count(*) filter (where a.correct and i.in_time) / max(f.items) as score,
        count(*) filter (where i.in_time) >= max(f.items) as whole
      from assessment_items i join scope using (person_id)
      join assessment_runs r on r.person_id = i.person_id and r.track_id = i.track_id
      join form f on f.track_id = i.track_id and f.form = case
        when i.phase = 'delayed' then 'delayed'
        when (i.phase = 'before') = (r.first_form = 'a') then 'a' else 'b' end
      left join answers a on a.item_id = i.id
      group by i.person_id, i.track_id, i.phase)
    select track_id,
      coalesce(${inPeriod(sql`max(day) filter (where phase <> 'delayed')`, asked)}, false) as measured,
      (max(score) filter (where phase = 'before' and whole))::float8 as before,
      (max(score) filter (where phase = 'after' and whole))::float8 as after,
      (max(score) filter (where phase = 'delayed' and whole and ${inPeriod(sql`day`, asked)}))::float8
        as delayed
    from phase group by person_id, track_id`,
  )
  return rows.map(({ track_id: trackId, measured, before, after, delayed }) => ({
    trackId,
    measured,
    score: before === null || after === null ? null : { before, after },
    delayed,
  }))
}

/** How often each value was said to each statement or question, on each occasion. */
export interface SurveyCount {
  readonly survey: 'attitude' | 'work'
  readonly occasion: string
  readonly itemId: string
  readonly value: string
  readonly people: number
}

export async function readSurveyCounts(db: Db, asked: Learned = {}): Promise<SurveyCount[]> {
  const rows = await rowsOf<{
    survey: 'attitude' | 'work'
    occasion: string
    item_id: string
    value: string
    people: number
  }>(
    db,
    sql`
    with recursive ${within(asked)},
    -- Of attitude only those count who answered on both occasions: a change is of the same people.
    matched as (
      select a.person_id from survey_answers a join survey_asks s using (person_id, survey, occasion)
      where a.survey = 'attitude' group by a.person_id
      having count(distinct a.occasion) = 2 and ${inPeriod(sql`max(s.day)`, asked)})
    select a.survey, a.occasion, a.item_id, a.value, count(*)::int as people
    from survey_answers a join survey_asks s using (person_id, survey, occasion)
    join scope using (person_id)
    where case when a.survey = 'work' then ${inPeriod(sql`s.day`, asked)}
      else exists (select 1 from matched m where m.person_id = a.person_id) end
    group by a.survey, a.occasion, a.item_id, a.value`,
  )
  return rows.map(({ item_id: itemId, ...row }) => ({ ...row, itemId }))
}

/** People who were asked on each occasion, whether they answered or not. */
export async function readSurveyAsks(
  db: Db,
  asked: Learned = {},
): Promise<{ survey: 'attitude' | 'work'; occasion: string; asked: number }[]> {
  return rowsOf(
    db,
    sql`
    with recursive ${within(asked)}
    select s.survey, s.occasion, count(*)::int as asked
    from survey_asks s join scope using (person_id) where ${inPeriod(sql`s.day`, asked)}
    group by s.survey, s.occasion`,
  )
}

/** Answers in which somebody said how sure they were. */
export interface Calibration {
  readonly asked: number
  readonly sure: number
  /** Sure, and wrong: what nobody would have looked up. */
  readonly sureWrong: number
}

export async function readCalibration(db: Db, asked: Learned = {}): Promise<Calibration> {
  const [row] = await rowsOf<{ asked: number; sure: number; sureWrong: number }>(
    db,
    sql`
    with recursive ${within(asked)}
    select count(*)::int as asked, (count(*) filter (where a.sure))::int as sure,
      (count(*) filter (where a.sure and not a.correct))::int as "sureWrong"
    from answers a join scope using (person_id) join people p on p.id = a.person_id
    where a.sure is not null
      and ${inPeriod(sql`(a.answered_at at time zone p.timezone)::date`, asked)}`,
  )
  return row ?? { asked: 0, sure: 0, sureWrong: 0 }
}

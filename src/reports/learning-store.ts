import { sql, type SQL } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import type { MatchedScore } from './gain.ts'

/** Of everybody, or of a unit and those below it. */
function within(unitId: string | undefined): SQL {
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
  /** Percent of the check a month later; null: not all answered. */
  readonly delayed: number | null
}

/** One row for each person and track of whom at least one item was asked. */
export async function readFormScores(db: Db, unitId?: string): Promise<FormScore[]> {
  const rows = await rowsOf<{
    track_id: string
    before: number | null
    after: number | null
    delayed: number | null
  }>(
    db,
    sql`
    with recursive ${within(unitId)},
    form as (
      select track_id, form, count(*) as items from live_items group by track_id, form),
    phase as (
      select i.person_id, i.track_id, i.phase,
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
      (max(score) filter (where phase = 'before' and whole))::float8 as before,
      (max(score) filter (where phase = 'after' and whole))::float8 as after,
      (max(score) filter (where phase = 'delayed' and whole))::float8 as delayed
    from phase group by person_id, track_id`,
  )
  return rows.map(({ track_id: trackId, before, after, delayed }) => ({
    trackId,
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

export async function readSurveyCounts(db: Db, unitId?: string): Promise<SurveyCount[]> {
  const rows = await rowsOf<{
    survey: 'attitude' | 'work'
    occasion: string
    item_id: string
    value: string
    people: number
  }>(
    db,
    sql`
    with recursive ${within(unitId)},
    -- Of attitude only those count who answered on both occasions: a change is of the same people.
    matched as (
      select person_id from survey_answers where survey = 'attitude'
      group by person_id having count(distinct occasion) = 2)
    select a.survey, a.occasion, a.item_id, a.value, count(*)::int as people
    from survey_answers a join scope using (person_id)
    where a.survey = 'work' or exists (select 1 from matched m where m.person_id = a.person_id)
    group by a.survey, a.occasion, a.item_id, a.value`,
  )
  return rows.map(({ item_id: itemId, ...row }) => ({ ...row, itemId }))
}

/** People who were asked on each occasion, whether they answered or not. */
export async function readSurveyAsks(
  db: Db,
  unitId?: string,
): Promise<{ survey: 'attitude' | 'work'; occasion: string; asked: number }[]> {
  return rowsOf(
    db,
    sql`
    with recursive ${within(unitId)}
    select s.survey, s.occasion, count(*)::int as asked
    from survey_asks s join scope using (person_id) group by s.survey, s.occasion`,
  )
}

/** Answers in which somebody said how sure they were. */
export interface Calibration {
  readonly asked: number
  readonly sure: number
  /** Sure, and wrong: what nobody would have looked up. */
  readonly sureWrong: number
}

export async function readCalibration(db: Db, unitId?: string): Promise<Calibration> {
  const [row] = await rowsOf<{ asked: number; sure: number; sureWrong: number }>(
    db,
    sql`
    with recursive ${within(unitId)}
    select count(*)::int as asked, (count(*) filter (where a.sure))::int as sure,
      (count(*) filter (where a.sure and not a.correct))::int as "sureWrong"
    from answers a join scope using (person_id) where a.sure is not null`,
  )
  return row ?? { asked: 0, sure: 0, sureWrong: 0 }
}

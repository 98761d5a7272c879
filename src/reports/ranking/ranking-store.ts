import { sql } from 'drizzle-orm'
import { joinPlaced, placedUnits } from '../../learning/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../../platform/db/index.ts'
import type { UnitCount } from './gather-units.ts'

/** People whose working days are the same: one rule is computed for each such class. */
export interface DayClass {
  readonly calendarId: string
  readonly timezone: string
}

/** What being on schedule means for a class on this day. */
export interface Schedule extends DayClass {
  /** A lesson that came before this civil day and stands open is late. */
  readonly lateBefore: string
  /** Something was answered since. */
  readonly activeSince: Date
}

/** Whoever learns has begun so long ago at least, in civil time. */
const BEGUN_MS = 7 * 24 * 3600_000

export async function listDayClasses(db: Db): Promise<DayClass[]> {
  const rows = await rowsOf<{ calendar_id: string; timezone: string }>(
    db,
    sql`
    with recursive ${placedUnits}
    select distinct coalesce(placed.calendar_id, 'office') as calendar_id, p.timezone
    from people p ${joinPlaced} where p.join_step is null`,
  )
  return rows.map((row) => ({ calendarId: row.calendar_id, timezone: row.timezone }))
}

/** All units with their own people, by the definition in docs/measures.md; one statement. */
export async function countOnSchedule(
  db: Db,
  schedules: readonly Schedule[],
  now: Date,
): Promise<UnitCount[]> {
  const column = (pick: (one: Schedule) => string, type: string) =>
    arrayOf(schedules.map(pick), type)
  const rows = await rowsOf<{
    id: string
    name: string
    parent_id: string | null
    people: number
    on_schedule: number
  }>(
    db,
    sql`
    with recursive ${placedUnits},
    schedules as (
      select * from unnest(
        ${column((one) => one.calendarId, 'text')}, ${column((one) => one.timezone, 'text')},
        ${column((one) => one.lateBefore, 'date')},
        ${column((one) => one.activeSince.toISOString(), 'timestamptz')}
      ) as s(calendar_id, timezone, late_before, active_since)),
    learning as (
      select p.unit_id,
        not exists (select 1 from deliveries d where d.person_id = p.id and d.state = 'open'
            and d.sent_at is not null and d.due_day < s.late_before)
          and exists (select 1 from answers a where a.person_id = p.id
            and a.answered_at >= s.active_since) as on_schedule
      from people p join learners l on l.person_id = p.id ${joinPlaced}
      join schedules s on s.calendar_id = coalesce(placed.calendar_id, 'office')
        and s.timezone = p.timezone
      where p.join_step is null and p.moved_away_at is null and l.started_at <= ${at(new Date(now.getTime() - BEGUN_MS))})
    select u.id, u.name, u.parent_id, count(learning.unit_id)::int as people,
      (count(*) filter (where learning.on_schedule))::int as on_schedule
    from units u left join learning on learning.unit_id = u.id
    group by u.id, u.name, u.parent_id`,
  )
  return rows.map((row) => ({
    unitId: row.id,
    name: row.name,
    parentId: row.parent_id,
    people: row.people,
    onSchedule: row.on_schedule,
  }))
}

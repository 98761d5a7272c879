import { sql } from 'drizzle-orm'
import { calendarIdColumn, joinPlaced, placedUnits, type CivilDay } from '../../learning/index.ts'
import { at, type Db, rowsOf } from '../../platform/db/index.ts'
import type { DayClass } from '../measures/on-schedule.ts'

/** People of a unit of whom the rule says the same. */
export interface ScheduleRow extends DayClass {
  readonly unitId: string
  readonly people: number
  readonly openSince: CivilDay | null
  readonly lastActive: CivilDay | null
}

/** Whoever learns has begun so long ago at least, in civil time. */
const BEGUN_MS = 7 * 24 * 3600_000

/** How the people of all units stand, those of equal standing together. */
export async function readScheduleRows(db: Db, now: Date): Promise<ScheduleRow[]> {
  const begun = new Date(now.getTime() - BEGUN_MS)
  const rows = await rowsOf<{
    unit_id: string
    calendar_id: string
    timezone: string
    weekly: boolean
    open_since: CivilDay | null
    last_active: CivilDay | null
    people: number
  }>(
    db,
    sql`
    with recursive ${placedUnits}
    select p.unit_id, ${calendarIdColumn} as calendar_id, p.timezone,
      p.weekly_on is not null as weekly, open.since::text as open_since,
      active.last::text as last_active, count(*)::int as people
    from people p join learners l on l.person_id = p.id ${joinPlaced}
    cross join lateral (
      select min(d.due_day) as since from deliveries d
      where d.person_id = p.id and d.state = 'open' and d.sent_at is not null) open
    cross join lateral (
      select (max(a.answered_at) at time zone p.timezone)::date as last from answers a
      where a.person_id = p.id) active
    where p.unit_id is not null and p.join_step is null and p.moved_away_at is null
      and l.started_at <= ${at(begun)}
    group by 1, 2, 3, 4, 5, 6`,
  )
  return rows.map((row) => ({
    unitId: row.unit_id,
    calendarId: row.calendar_id,
    timezone: row.timezone,
    weekly: row.weekly,
    openSince: row.open_since,
    lastActive: row.last_active,
    people: row.people,
  }))
}

/** The calendars by which somebody who has joined works, each with a zone in which somebody lives. */
export async function listDayClasses(db: Db): Promise<Omit<DayClass, 'weekly'>[]> {
  const rows = await rowsOf<{ calendar_id: string; timezone: string }>(
    db,
    sql`
    with recursive ${placedUnits}
    select distinct ${calendarIdColumn} as calendar_id, p.timezone
    from people p ${joinPlaced} where p.join_step is null`,
  )
  return rows.map((row) => ({ calendarId: row.calendar_id, timezone: row.timezone }))
}

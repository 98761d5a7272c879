import { sql, type SQL } from 'drizzle-orm'
import { at, type Db, rowsOf } from '../../platform/db/index.ts'
import { calendarIn, type Calendars } from '../calendar/calendars-store.ts'
import { civilDay, type CivilDay } from '../calendar/civil-day.ts'
import { parseLeaves } from '../calendar/leave.ts'
import { calendarIdColumn, joinPlaced, placedUnits } from '../calendar/rhythm-store.ts'
import { isWorkingDay, type WorkCalendar } from '../calendar/work-calendar.ts'
import { isBehind, laggingOf, type Lagging } from './lagging.ts'

export interface LaggingOptions {
  readonly calendars: Calendars
  readonly now: Date
}

/** What decides whether a person lags, as a query gives it that selects `standingColumns`. */
export type StandingRow = {
  timezone: string
  calendar_id: string
  weekly_on: number | null
  /** Null: no lesson stands open. */
  due_day: CivilDay | null
  /** Leaves and pauses since that day, and of these the leaves. */
  away: string | null
  away_leaves: string | null
}

/**
 * Joins people `p` to the lesson that stands open (of a week's bundle the first that is left) and to
 * when they were away since it came; needs `placedUnits`. All of it stays with the tables' own indexes:
 * as parts of a `with`, one wrong guess of the planner made four seconds of ten thousand people.
 */
export const joinStanding: SQL = sql`
  ${joinPlaced}
  left join (
    select d.person_id, d.id, d.due_day, d.quiz_sent_at from deliveries d
    where d.state = 'open' and d.sent_at is not null and not exists (
      select 1 from deliveries e where e.person_id = d.person_id and e.state = 'open'
        and e.sent_at is not null and e.bundle_place < d.bundle_place)
    ) standing on standing.person_id = p.id
  left join lateral (
    select string_agg(s.span, ',' order by s.span) as away,
      string_agg(s.span, ',' order by s.span) filter (where s.is_leave) as away_leaves
    from (
      select true as is_leave, to_char(first_day, 'YYYY-MM-DD') || '/'
        || to_char(last_day, 'YYYY-MM-DD') as span
      from leaves where person_id = p.id and last_day >= standing.due_day
      union all
      select false, to_char(first_day, 'YYYY-MM-DD') || '/'
        || coalesce(to_char(last_day, 'YYYY-MM-DD'), '9999-12-31')
      from pauses where person_id = p.id
        and coalesce(last_day >= standing.due_day, standing.due_day is not null)) s) been_away on true`

/** Without zone, calendar and rhythm, which other columns of a query may give already. */
export const standingColumns: SQL = sql`
  standing.due_day::text, been_away.away, been_away.away_leaves`

/** Applies the rule to rows; once for each class, since thousands share a day, a zone and a calendar. */
export function judge({
  calendars,
  now,
}: LaggingOptions): (
  row: StandingRow,
  of: { readonly started: boolean; readonly paused: boolean; readonly reachable: boolean },
) => Lagging | undefined {
  const known = new Map<string, { readonly is: Lagging | undefined }>()
  const worksOn = rememberWorkingDays()
  return (row, { started, paused, reachable }) => {
    const { timezone, calendar_id: calendarId, weekly_on: weeklyOn, due_day: dueDay } = row
    const own = [timezone, calendarId, weeklyOn, dueDay, row.away, row.away_leaves]
    const key = [...own, started, paused, reachable].join('|')
    const before = known.get(key)
    if (before !== undefined) return before.is
    const calendar = calendarIn(calendars, calendarId)
    const facts = {
      today: civilDay(timezone, now),
      dueDay,
      started,
      away: parseLeaves(row.away ?? ''),
      leaves: parseLeaves(row.away_leaves ?? ''),
      paused,
      reachable,
      weekly: weeklyOn !== null,
    }
    const is = laggingOf(facts, worksOn(calendarId, calendar))
    known.set(key, { is })
    return is
  }
}

/**
 * Whether a day is a working day, reckoned once for each calendar: a lesson that has stood open for a
 * year asks about each of its days, and so does every other class of people.
 */
function rememberWorkingDays(): (
  calendarId: string,
  calendar: WorkCalendar,
) => (day: CivilDay) => boolean {
  const known = new Map<string, Map<CivilDay, boolean>>()
  return (calendarId, calendar) => {
    const days = known.get(calendarId) ?? new Map<CivilDay, boolean>()
    known.set(calendarId, days)
    return (day) => {
      const before = days.get(day)
      if (before !== undefined) return before
      const works = isWorkingDay(calendar, day)
      days.set(day, works)
      return works
    }
  }
}

/**
 * Ids of those who lag behind, of the people whom `among` selects: what every count and every list
 * asks that needs no more than that. The rule stands in lagging.ts alone and decides once for each
 * class of people; the ids go back into the query that asked (docs/decisions/one-rule-of-who-lags.md).
 *
 * @param among a query of ids of people
 */
export async function readLaggards(
  db: Db,
  among: SQL,
  options: LaggingOptions,
): Promise<readonly string[]> {
  const rows = await rowsOf<StandingRow & { paused: boolean; reachable: boolean; ids: string }>(
    db,
    sql`
    with recursive ${placedUnits}
    select of.timezone, of.calendar_id, of.weekly_on, of.due_day, of.away, of.away_leaves,
      of.paused, of.reachable, string_agg(of.id::text, ',') as ids
    from (
      select p.id, p.timezone, ${calendarIdColumn} as calendar_id, p.weekly_on, ${standingColumns},
        p.paused, p.unreachable_since is null as reachable
      from people p ${joinStanding}
      where p.id in (${among}) and p.join_step is null and p.moved_away_at is null
        -- The rule says the same; but most lessons that stand open are of today, and need not be read.
        and standing.due_day < (${at(options.now)} at time zone p.timezone)::date) of
    group by 1, 2, 3, 4, 5, 6, 7, 8`,
  )
  const decide = judge(options)
  return rows.flatMap((row) =>
    isBehind(decide(row, { ...row, started: true })) ? row.ids.split(',') : [],
  )
}

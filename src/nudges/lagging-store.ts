import { sql } from 'drizzle-orm'
import {
  calendarIn,
  civilDay,
  isWorkingDay,
  joinPlaced,
  parseLeaves,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type Calendars,
  type PlacedRhythm,
  type RhythmRow,
  type CivilDay,
} from '../learning/index.ts'
import { withinReach, withinUnit } from '../people/index.ts'
import { at, type Db, rowsOf } from '../platform/db/index.ts'
import { laggingOf, type Lagging, type LaggingFacts } from './lagging.ts'

/** Somebody who lags. */
export interface LaggingPerson extends PlacedRhythm {
  readonly personId: string
  readonly chatId: number
  readonly name: string
  readonly unit: string | null
  /** Of the job role `pimpinan`: counted, but named in no list. */
  readonly leader: boolean
  readonly lagging: Lagging
  /** The lesson that stands open; null: none does. */
  readonly deliveryId: number | null
  /** Its quiz has arrived. */
  readonly delivered: boolean
  /** Wishes no reminders. */
  readonly unreminded: boolean
  /** The latest civil day of a reminder; null: none so far. */
  readonly nudgedOn: CivilDay | null
  /** Reminders of this lesson so far. */
  readonly steps: number
}

export interface LaggingReport {
  /** Everybody who learns within reach, on pause or not: the denominator. */
  readonly total: number
  readonly people: readonly LaggingPerson[]
}

export interface LaggingQuery {
  readonly calendars: Calendars
  readonly now: Date
  /** Only this unit with those below it; null: all within reach. */
  readonly unitId?: string | null
}

/**
 * Who lags within somebody's reach, whoever asks: a coordinator's units with all below them, or
 * everybody for an admin. One query reads what may matter; the rule (lagging.ts) decides.
 */
export async function readLagging(
  db: Db,
  viewerId: string,
  { calendars, now, unitId = null }: LaggingQuery,
): Promise<LaggingReport> {
  const rows = await rowsOf<Row>(db, laggingRows(viewerId, unitId, now))
  const decide = onceAClass(calendars, now)
  const people = rows.flatMap((row) => {
    if (row.id === null) return []
    const rhythm = rhythmOf(row)
    const lagging = decide(row, rhythm)
    if (lagging === undefined) return []
    return [
      {
        ...rhythm,
        personId: row.id,
        chatId: Number(row.chat_id),
        name: row.name,
        unit: row.unit,
        leader: row.leader,
        lagging,
        deliveryId: row.delivery_id === null ? null : Number(row.delivery_id),
        delivered: row.delivered,
        unreminded: row.unreminded,
        nudgedOn: row.nudged_on,
        steps: row.steps,
      },
    ]
  })
  return { total: rows[0]?.total ?? 0, people: people.toSorted(byNeed) }
}

/** One for all: to make one for each comparison costs more than the query. */
const byName = new Intl.Collator('id')

/** The longest unanswered first, then by name; equal names by id, so that pages do not shift. */
function byNeed(a: LaggingPerson, b: LaggingPerson): number {
  return (
    daysOf(b.lagging) - daysOf(a.lagging) ||
    byName.compare(a.name, b.name) ||
    (a.personId < b.personId ? -1 : 1)
  )
}

function daysOf(lagging: Lagging): number {
  return 'days' in lagging ? lagging.days : 0
}

type Row = RhythmRow & {
  total: number
  /** Null on the one row of a reach in which nobody may lag. */
  id: string | null
  chat_id: string
  name: string
  unit: string | null
  leader: boolean
  paused: boolean
  reachable: boolean
  unreminded: boolean
  started: boolean
  delivery_id: string | null
  due_day: CivilDay | null
  delivered: boolean
  away: string | null
  nudged_on: CivilDay | null
  steps: number
}

function laggingRows(viewerId: string, unitId: string | null, now: Date) {
  return sql`
    with recursive ${placedUnits},
    reach as materialized (
      select p.* from people p join learners l on l.person_id = p.id
      where p.join_step is null and ${withinReach(viewerId)}
        ${unitId === null ? sql`` : sql`and ${withinUnit(unitId)}`})
    select t.total, c.* from (select count(*)::int as total from reach) t left join (
      select p.id, p.chat_id, p.name, u.name as unit,
        coalesce(p.job_role = 'pimpinan', false) as leader,
        p.paused and (p.paused_until is null or p.paused_until > ${at(now)}) as paused,
        p.unreachable_since is null as reachable, p.unreminded_since is not null as unreminded,
        ${rhythmColumns(now)},
        exists (select 1 from deliveries s where s.person_id = p.id
          and s.state in ('answered', 'skipped')) as started,
        open.id as delivery_id, open.due_day::text, open.quiz_sent_at is not null as delivered,
        (select string_agg(to_char(s.first_day, 'YYYY-MM-DD') || '/'
            || coalesce(to_char(s.last_day, 'YYYY-MM-DD'), '9999-12-31'), ',')
          from (
            select first_day, last_day from leaves where person_id = p.id
            union all select first_day, last_day from pauses where person_id = p.id) s
          where open.due_day <= coalesce(s.last_day, open.due_day)) as away,
        (select max(n.day)::text from nudges n where n.person_id = p.id) as nudged_on,
        (select coalesce(max(n.step), 0)::int from nudges n where n.delivery_id = open.id) as steps
      from reach p ${joinPlaced} left join units u on u.id = p.unit_id
      left join lateral (
        select d.id, d.due_day, d.quiz_sent_at from deliveries d
        where d.person_id = p.id and d.state = 'open' and d.sent_at is not null
        order by d.bundle_place limit 1) open on true
      where open.id is not null or p.paused or p.unreachable_since is not null) c on true`
}

function factsOf(row: Row, rhythm: PlacedRhythm, today: CivilDay): LaggingFacts {
  return {
    today,
    dueDay: row.due_day,
    started: row.started,
    away: parseLeaves(row.away ?? ''),
    leaves: rhythm.leaves,
    paused: row.paused,
    reachable: row.reachable,
    weekly: rhythm.weeklyOn != null,
  }
}

/** Thousands share a day, a zone and a calendar: days are reckoned once for each such class. */
function onceAClass(
  calendars: Calendars,
  now: Date,
): (row: Row, rhythm: PlacedRhythm) => Lagging | undefined {
  const known = new Map<string, { readonly is: Lagging | undefined }>()
  return (row, rhythm) => {
    const { due_day: dueDay, started, away, paused, reachable } = row
    const { timezone, calendarId, weeklyOn } = rhythm
    const own = [timezone, calendarId, weeklyOn, row.leaves]
    const key = [...own, dueDay, started, away, paused, reachable].join('|')
    const before = known.get(key)
    if (before !== undefined) return before.is
    const calendar = calendarIn(calendars, calendarId)
    const facts = factsOf(row, rhythm, civilDay(timezone, now))
    const is = laggingOf(facts, (day) => isWorkingDay(calendar, day))
    known.set(key, { is })
    return is
  }
}

import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { parseLeaves } from './leave.ts'
import { OFFICE, type Rhythm } from './work-calendar.ts'

/** A rhythm with the calendar of the person's unit. */
export interface PlacedRhythm extends Rhythm {
  readonly calendarId: string
  /** The same for all people whose rhythm and calendar are the same: the key of their class. */
  readonly rhythmKey: string
}

/** What a query gives that selects `rhythmColumns`. */
export type RhythmRow = {
  timezone: string
  lesson_minute: number
  day_begins: number | null
  day_ends: number | null
  calendar_id: string
  leaves: string | null
  weekly_on: number | null
}

/**
 * `placed(unit_id, calendar_id)`, a part of a `with recursive`: every unit with its calendar, its own
 * or that of the nearest unit above it. For a batch; the tree is walked once.
 */
export const placedUnits: SQL = sql`
  placed as (
    select u.id as unit_id, c.calendar_id
    from units u left join unit_calendars c on c.unit_id = u.id
    where u.parent_id is null
    union all
    select u.id, coalesce(c.calendar_id, above.calendar_id)
    from placed above join units u on u.parent_id = above.unit_id
      left join unit_calendars c on c.unit_id = u.id)`

/** The same for the units of these people alone: up from each, to the first that has a calendar. */
export function placedUnitsOf(personIds: readonly string[]): SQL {
  return sql`
  above as (
    select u.id as unit_id, u.parent_id, c.calendar_id
    from (select distinct unit_id from people where id = any(${arrayOf(personIds, 'uuid')})) p
      join units u on u.id = p.unit_id
      left join unit_calendars c on c.unit_id = u.id
    union all
    select above.unit_id, u.parent_id, c.calendar_id
    from above join units u on u.id = above.parent_id
      left join unit_calendars c on c.unit_id = u.id
    where above.calendar_id is null),
  placed as (select unit_id, calendar_id from above where calendar_id is not null)`
}

/** Joins `placed` to people `p`. */
export const joinPlaced: SQL = sql`left join placed on placed.unit_id = p.unit_id`

/** A person's civil day is at most fourteen hours from that of UTC. */
const ZONES_MS = 24 * 3600_000

/** The calendar of people `p` that are joined to `placed`. */
export const calendarIdColumn: SQL = sql`coalesce(placed.calendar_id, ${OFFICE.id})`

/** What decides on a teaching moment, of people `p` joined to `placed`; leaves that are over do not. */
export function rhythmColumns(now: Date): SQL {
  const over = new Date(now.getTime() - ZONES_MS).toISOString().slice(0, 10)
  return sql`p.timezone, p.lesson_minute, p.day_begins, p.day_ends, p.weekly_on,
    ${calendarIdColumn} as calendar_id,
    (select string_agg(to_char(l.first_day, 'YYYY-MM-DD') || '/' || to_char(l.last_day, 'YYYY-MM-DD'),
        ',' order by l.first_day, l.last_day)
      from leaves l where l.person_id = p.id and l.last_day >= ${over}::date) as leaves`
}

export function rhythmOf(row: RhythmRow): PlacedRhythm {
  const { timezone, lesson_minute: lessonMinute, day_begins: begins, day_ends: ends } = row
  const weeklyOn = row.weekly_on
  const ownHours = begins === null || ends === null ? null : { begins, ends }
  const leaves = row.leaves ?? ''
  return {
    timezone,
    lessonMinute,
    ownHours,
    leaves: parseLeaves(leaves),
    weeklyOn,
    calendarId: row.calendar_id,
    rhythmKey: [row.calendar_id, timezone, lessonMinute, begins, ends, weeklyOn, leaves].join('|'),
  }
}

export async function readRhythm(tx: Db, personId: string, now: Date): Promise<PlacedRhythm> {
  const found = (await readRhythms(tx, [personId], now)).get(personId)
  if (found === undefined) throw new Error(`Person ${personId} is gone`)
  return found
}

/** @returns by the people's ids; whoever is gone is missing */
export async function readRhythms(
  tx: Db,
  personIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, PlacedRhythm>> {
  if (personIds.length === 0) return new Map()
  const rows = await rowsOf<RhythmRow & { person_id: string }>(
    tx,
    sql`
    with recursive ${placedUnitsOf(personIds)}
    select p.id as person_id, ${rhythmColumns(now)} from people p ${joinPlaced}
    where p.id = any(${arrayOf(personIds, 'uuid')})`,
  )
  return new Map(rows.map((row) => [row.person_id, rhythmOf(row)]))
}

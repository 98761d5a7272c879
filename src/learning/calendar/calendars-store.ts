import { and, between, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { UserError } from '../../platform/errors.ts'
import { indonesia2026, INDONESIA_2026_SOURCE } from './indonesia-2026.ts'
import { calendarDays, calendars } from './schema.ts'
import {
  layCalendar,
  OFFICE,
  type CalendarSettings,
  type ListedDay,
  type Ramadan,
  type WorkCalendar,
} from './work-calendar.ts'

/** Calendars by their ids, as they stood at one moment. */
export type Calendars = ReadonlyMap<string, WorkCalendar>

/**
 * Puts the office's calendar there, and the year that we ship: settings that are there stay, and so
 * does a year of which any decree's day is there, since it may be a newer decree.
 */
export async function storeCalendar(db: Db): Promise<void> {
  await db.insert(calendars).values(OFFICE).onConflictDoNothing()
  const shipped = and(
    isNull(calendarDays.calendarId),
    inArray(calendarDays.kind, ['holiday', 'collective_leave']),
    between(calendarDays.day, '2026-01-01', '2026-12-31'),
  )
  const there = await db.$count(calendarDays, shipped)
  if (there === 0) {
    const source = INDONESIA_2026_SOURCE
    await db
      .insert(calendarDays)
      .values(indonesia2026.map((day) => ({ ...day, source })))
      .onConflictDoNothing()
  }
  // Days that were stored before their source was kept with them are the ones that we shipped.
  await db
    .update(calendarDays)
    .set({ source: INDONESIA_2026_SOURCE })
    .where(and(shipped, isNull(calendarDays.source)))
}

/** Everything that is set about the calendars, by name. */
export async function listCalendars(db: Db): Promise<CalendarSettings[]> {
  return db.select().from(calendars).orderBy(calendars.id)
}

export async function saveCalendar(db: Db, settings: CalendarSettings): Promise<void> {
  await db
    .insert(calendars)
    .values(settings)
    .onConflictDoUpdate({ target: calendars.id, set: settings })
}

/** All calendars, each with the days that it observes. */
export async function readCalendars(db: Db): Promise<Calendars> {
  return laidOut(db, sql`true`)
}

/** One calendar; the office's where there is none of that name. */
export async function readCalendar(db: Db, id: string): Promise<WorkCalendar> {
  return calendarIn(await readSomeCalendars(db, [id]), id)
}

/** Those of these names, and the office's beside them: see `calendarIn`. */
export async function readSomeCalendars(db: Db, ids: Iterable<string>): Promise<Calendars> {
  const names = [...new Set([...ids, OFFICE.id])]
  return laidOut(db, sql`c.id = any(${arrayOf(names, 'text')})`)
}

/** A calendar of these; the office's where there is none of that name. */
export function calendarIn(all: Calendars, id: string): WorkCalendar {
  const found = all.get(id) ?? all.get(OFFICE.id)
  // Before the first start nothing is stored yet: weekends alone, as in a year without a decree.
  return found ?? layCalendar(OFFICE, [], [])
}

async function laidOut(db: Db, which: SQL): Promise<Calendars> {
  const rows = await rowsOf<{
    id: string
    name: string
    kind: CalendarSettings['kind']
    week: CalendarSettings['week']
    observes_holidays: boolean
    observes_collective_leave: boolean
    hours: CalendarSettings['hours']
    ramadan_hours: CalendarSettings['hours']
    days: ListedDay[]
    ramadans: Ramadan[]
  }>(
    db,
    sql`
    select c.id, c.name, c.kind, c.week, c.observes_holidays, c.observes_collective_leave, c.hours,
      c.ramadan_hours,
      (select coalesce(json_agg(json_build_object(
          'day', d.day, 'kind', d.kind, 'calendarId', d.calendar_id)), '[]')
        from calendar_days d where d.calendar_id is null or d.calendar_id = c.id) as days,
      (select coalesce(json_agg(json_build_object(
          'first', r.first_day, 'last', r.last_day)), '[]') from ramadans r) as ramadans
    from calendars c where ${which}`,
  )
  return new Map(
    rows.map((row) => {
      const { id, name, kind, week, hours } = row
      const observesHolidays = row.observes_holidays
      const observesCollectiveLeave = row.observes_collective_leave
      const ramadanHours = row.ramadan_hours
      const observes = { observesHolidays, observesCollectiveLeave }
      const settings = { id, name, kind, week, hours, ramadanHours, ...observes }
      return [id, layCalendar(settings, row.days, row.ramadans)]
    }),
  )
}

/** @throws UserError when there is no calendar of that name */
export async function findCalendar(db: Db, id: string): Promise<CalendarSettings> {
  const all = await listCalendars(db)
  const found = all.find((calendar) => calendar.id === id)
  if (found !== undefined) return found
  throw new UserError(`There is no calendar "${id}".`, {
    hint: `There are: ${all.map((calendar) => calendar.id).join(', ')}. A new one is made with: calendar set <name>`,
  })
}

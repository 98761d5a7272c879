import { eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import { calendarIdColumn, placedUnits } from './rhythm-store.ts'
import { unitCalendars } from './schema.ts'
import { OFFICE } from './work-calendar.ts'

/**
 * Gives a unit a calendar of its own; null: that of the nearest unit above it.
 *
 * @returns the calendar that holds for it now
 */
export async function setUnitCalendar(
  tx: Db,
  unitId: string,
  calendarId: string | null,
): Promise<string> {
  if (calendarId === null) {
    await tx.delete(unitCalendars).where(eq(unitCalendars.unitId, unitId))
  } else {
    await tx
      .insert(unitCalendars)
      .values({ unitId, calendarId })
      .onConflictDoUpdate({ target: unitCalendars.unitId, set: { calendarId } })
  }
  const [row] = await rowsOf<{ calendar_id: string }>(
    tx,
    sql`
    with recursive ${placedUnits}
    select ${calendarIdColumn} as calendar_id from placed where unit_id = ${unitId}`,
  )
  if (row === undefined) throw new Error(`Unit ${unitId} stands below no organisation`)
  return row.calendar_id
}

/** Units that have a calendar of their own, by name. */
export async function listUnitCalendars(
  db: Db,
): Promise<{ readonly calendarId: string; readonly unit: string }[]> {
  const rows = await rowsOf<{ calendar_id: string; name: string }>(
    db,
    sql`
    select c.calendar_id, u.name from unit_calendars c join units u on u.id = c.unit_id
    order by c.calendar_id, lower(u.name)`,
  )
  return rows.map((row) => ({ calendarId: row.calendar_id, unit: row.name }))
}

/** The calendar that holds for a unit, and whether it is its own. */
export async function readUnitCalendar(
  db: Db,
  unitId: string,
): Promise<{ readonly calendarId: string; readonly own: boolean }> {
  const [row] = await rowsOf<{ calendar_id: string; own: boolean }>(
    db,
    sql`
    with recursive ${placedUnits}
    select ${calendarIdColumn} as calendar_id,
      exists (select 1 from unit_calendars c where c.unit_id = ${unitId}) as own
    from placed where unit_id = ${unitId}`,
  )
  return { calendarId: row?.calendar_id ?? OFFICE.id, own: row?.own ?? false }
}

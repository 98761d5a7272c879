import { calendarDays } from '../schema.ts'
import type { Db } from '../../platform/db/index.ts'
import { indonesia2026 } from './indonesia-2026.ts'
import type { DaysOff } from './teaching-moment.ts'

/** Puts the years that we ship into the calendar; days that are there already stay as they are. */
export async function storeCalendar(db: Db): Promise<void> {
  await db
    .insert(calendarDays)
    .values([...indonesia2026])
    .onConflictDoNothing()
}

export async function readDaysOff(db: Db): Promise<DaysOff> {
  const rows = await db.select({ day: calendarDays.day }).from(calendarDays)
  return new Set(rows.map((row) => row.day))
}

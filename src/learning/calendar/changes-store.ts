import { asc, eq, sql } from 'drizzle-orm'
import { rowsOf, type Db } from '../../platform/db/index.ts'
import type { Concerned } from './concerned.ts'
import { calendarChanges } from './schema.ts'

export interface CalendarChanged {
  readonly id: number
  readonly concerned: Concerned
}

/** Notes a change of working days, in its own transaction: whoever waits is moved by it afterwards. */
export async function noteChange(tx: Db, concerned: Concerned, now: Date): Promise<void> {
  await tx.insert(calendarChanges).values({ concerned, at: now })
}

/** The oldest change by which not all have been moved yet. */
export async function nextChange(db: Db): Promise<CalendarChanged | undefined> {
  const [row] = await db
    .select({ id: calendarChanges.id, concerned: calendarChanges.concerned })
    .from(calendarChanges)
    .where(sql`not ${calendarChanges.followed}`)
    .orderBy(asc(calendarChanges.id))
    .limit(1)
  return row
}

/**
 * All have been moved by it. Older ones are forgotten; the latest stays, for its number, and no longer
 * says whom it concerned.
 */
export async function changeFollowed(db: Db, id: number): Promise<void> {
  await db
    .update(calendarChanges)
    .set({ followed: true, concerned: { personIds: [] } })
    .where(eq(calendarChanges.id, id))
  await db.execute(sql`
    delete from calendar_changes where followed and id < (select max(id) from calendar_changes)`)
}

/** Another number: calendars, or somebody's leaves, may be others than before. */
export async function calendarVersion(db: Db): Promise<number> {
  const [row] = await rowsOf<{ version: string | null }>(
    db,
    sql`select max(id) as version from calendar_changes`,
  )
  return Number(row?.version ?? 0)
}

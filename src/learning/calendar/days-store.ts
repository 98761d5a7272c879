import { asc, between, eq, sql } from 'drizzle-orm'
import { anyOf, type Db } from '../../platform/db/index.ts'
import { calendarDays, ramadans } from './schema.ts'
import type { Ramadan } from './work-calendar.ts'
import type { DayChanges, StoredDay } from './import/compare-days.ts'
import type { NewDay } from './import/day-file.ts'

/** Keeps other changes of the days out until the transaction ends; readers go on. */
export async function lockDays(tx: Db): Promise<void> {
  await tx.execute(sql`lock table calendar_days, ramadans in share row exclusive mode`)
}

/** Days off, in their order; those of one year, or all. */
export async function listDays(db: Db, year?: number): Promise<StoredDay[]> {
  const rows = await db
    .select()
    .from(calendarDays)
    .where(
      year === undefined ? undefined : between(calendarDays.day, `${year}-01-01`, `${year}-12-31`),
    )
    .orderBy(asc(calendarDays.day), asc(calendarDays.id))
  return rows
}

export async function changeDays(tx: Db, changes: DayChanges, source: string): Promise<void> {
  await removeDays(
    tx,
    changes.removed.map(({ id }) => id),
  )
  for (const { id, name } of changes.changed) {
    await tx.update(calendarDays).set({ name, source }).where(eq(calendarDays.id, id))
  }
  await addDays(tx, changes.added, source)
}

export interface StoredRamadan extends Ramadan {
  readonly hijriYear: number
  readonly source: string
}

export async function listRamadans(db: Db): Promise<StoredRamadan[]> {
  const rows = await db.select().from(ramadans).orderBy(asc(ramadans.firstDay))
  return rows.map(({ firstDay, lastDay, ...rest }) => ({
    ...rest,
    first: firstDay,
    last: lastDay,
  }))
}

/** Sets the days of a Ramadan; those that were set for its year before are replaced. */
export async function saveRamadan(tx: Db, ramadan: StoredRamadan): Promise<void> {
  const { hijriYear, first: firstDay, last: lastDay, source } = ramadan
  const set = { firstDay, lastDay, source }
  await tx
    .insert(ramadans)
    .values({ hijriYear, ...set })
    .onConflictDoUpdate({ target: ramadans.hijriYear, set })
}

export async function addDays(
  tx: Db,
  days: readonly NewDay[],
  source: string | null,
): Promise<void> {
  if (days.length > 0) {
    await tx.insert(calendarDays).values(days.map((day) => ({ ...day, source })))
  }
}

export async function findDay(db: Db, id: number): Promise<StoredDay | undefined> {
  const [day] = await db.select().from(calendarDays).where(eq(calendarDays.id, id))
  return day
}

export async function removeDays(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await tx.delete(calendarDays).where(anyOf(calendarDays.id, ids))
}

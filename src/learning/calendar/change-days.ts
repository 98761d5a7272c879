import type { Db } from '../../platform/db/index.ts'
import { listCalendars } from './calendars-store.ts'
import type { CivilDay } from './civil-day.ts'
import { closureOf } from './closures.ts'
import { addDays, findDay, listDays, lockDays, removeDays } from './days-store.ts'
import type { StoredDay } from './import/compare-days.ts'
import type { NewDay } from './import/day-file.ts'
import { layCalendar } from './work-calendar.ts'

export type DayChanged =
  | { readonly kind: 'changed'; readonly day: NewDay }
  /** The day is off for these already; or is not there any more. */
  | { readonly kind: 'known' }
  /** By it a calendar would have no working day in two months. */
  | { readonly kind: 'closes'; readonly calendarId: string; readonly from: CivilDay }

/** Adds a day off. Whom it concerns is planned anew by the caller, once it is committed. */
export async function addDayOff(tx: Db, day: NewDay, source: string): Promise<DayChanged> {
  await lockDays(tx)
  const stored = await listDays(tx)
  const there = stored.some(
    (one) => one.day === day.day && (one.calendarId === null || one.calendarId === day.calendarId),
  )
  if (there) return { kind: 'known' }
  const days = [...stored, day]
  for (const settings of await listCalendars(tx)) {
    const from = closureOf(layCalendar(settings, days, []))
    if (from !== undefined) return { kind: 'closes', calendarId: settings.id, from }
  }
  await addDays(tx, [day], source)
  return { kind: 'changed', day }
}

/** Removes a day off by its number. */
export async function removeDayOff(tx: Db, id: number): Promise<DayChanged> {
  await lockDays(tx)
  const day: StoredDay | undefined = await findDay(tx, id)
  if (day === undefined) return { kind: 'known' }
  await removeDays(tx, [id])
  return { kind: 'changed', day }
}

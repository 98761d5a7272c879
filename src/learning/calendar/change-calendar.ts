import type { Db } from '../../platform/db/index.ts'
import { listCalendars, saveCalendar } from './calendars-store.ts'
import type { CivilDay } from './civil-day.ts'
import { closureOf } from './closures.ts'
import { listDays, listRamadans, lockDays, saveRamadan, type StoredRamadan } from './days-store.ts'
import { faultOfHours, type HoursFault } from './open-hours.ts'
import { faultOfRamadan, type RamadanFault } from './ramadan.ts'
import { layCalendar, OFFICE, type CalendarSettings } from './work-calendar.ts'

export type CalendarChange = Partial<Omit<CalendarSettings, 'id'>>

export type CalendarChanged =
  | { readonly kind: 'made' | 'changed'; readonly calendar: CalendarSettings }
  /** Its days off would leave it no working day in the two months from `from`. */
  | { readonly kind: 'closes'; readonly from: CivilDay }
  | { readonly kind: HoursFault }

/**
 * Changes a calendar, or makes one that is like the office's but for what is given. Only `made` and
 * `changed` have written anything; whom it concerns is replanned by the caller.
 */
export async function changeCalendar(
  tx: Db,
  id: string,
  change: CalendarChange,
): Promise<CalendarChanged> {
  await lockDays(tx)
  const before = (await listCalendars(tx)).find((calendar) => calendar.id === id)
  const calendar = { ...OFFICE, name: id, ...before, ...change, id }
  const fault = faultOfHours(calendar.hours) ?? faultOfHours(calendar.ramadanHours)
  if (fault !== undefined) return { kind: fault }
  const from = closureOf(layCalendar(calendar, await listDays(tx), []))
  if (from !== undefined) return { kind: 'closes', from }
  await saveCalendar(tx, calendar)
  return { kind: before === undefined ? 'made' : 'changed', calendar }
}

/**
 * Sets the days of a Ramadan; it concerns everybody.
 *
 * @returns what is wrong with them, and then nothing is written
 */
export async function setRamadan(
  tx: Db,
  ramadan: StoredRamadan,
): Promise<RamadanFault | undefined> {
  await lockDays(tx)
  const others = (await listRamadans(tx)).filter(({ hijriYear }) => hijriYear !== ramadan.hijriYear)
  const fault = faultOfRamadan(ramadan, others)
  if (fault === undefined) await saveRamadan(tx, ramadan)
  return fault
}

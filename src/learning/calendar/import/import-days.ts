import type { Db } from '../../../platform/db/index.ts'
import { listCalendars } from '../calendars-store.ts'
import type { CivilDay } from '../civil-day.ts'
import { closureOf } from '../closures.ts'
import { changeDays, listDays, lockDays } from '../days-store.ts'
import { layCalendar } from '../work-calendar.ts'
import { compareDays, type DayChanges } from './compare-days.ts'
import type { DayList } from './day-file.ts'

export type DaysImported =
  | ({ readonly kind: 'imported' } & DayChanges)
  /** Nothing was changed: by it a calendar would have no working day in two months. */
  | { readonly kind: 'closes'; readonly calendarId: string; readonly from: CivilDay }

/** Takes a checked file, as a whole; with `dryRun` it says what it would change, and changes nothing. */
export async function importDays(
  tx: Db,
  list: DayList,
  { dryRun }: { readonly dryRun: boolean },
): Promise<DaysImported> {
  if (!dryRun) await lockDays(tx)
  const stored = await listDays(tx)
  const changes = compareDays(stored, list)
  const removed = new Set(changes.removed.map(({ id }) => id))
  const days = [...stored.filter(({ id }) => !removed.has(id)), ...changes.added]
  for (const settings of await listCalendars(tx)) {
    const from = closureOf(layCalendar(settings, days, []))
    if (from !== undefined) return { kind: 'closes', calendarId: settings.id, from }
  }
  if (!dryRun) await changeDays(tx, changes, list.source)
  return { kind: 'imported', ...changes }
}

import { addCivilDays, type CivilDay } from './civil-day.ts'
import { HORIZON_DAYS } from './teaching-moment.ts'
import { isWorkingDay, type WorkCalendar } from './work-calendar.ts'

/**
 * The first of so many days in a row without a working day that no teaching moment would be found;
 * undefined: the calendar can be taught by.
 */
export function closureOf(calendar: WorkCalendar): CivilDay | undefined {
  const listed = [...calendar.daysOff].toSorted()
  const first = listed[0] ?? '2026-01-01'
  // A cycle has come round, and a row that begins with the last day off is over, by then.
  const last = addCivilDays(listed.at(-1) ?? first, HORIZON_DAYS)
  let run = 0
  for (let day = addCivilDays(first, -HORIZON_DAYS); day <= last; day = addCivilDays(day, 1)) {
    run = isWorkingDay(calendar, day) ? 0 : run + 1
    if (run >= HORIZON_DAYS) return addCivilDays(day, 1 - run)
  }
  return undefined
}

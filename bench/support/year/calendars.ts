import {
  layCalendar,
  OFFICE,
  type CalendarSettings,
  type WorkCalendar,
} from '../../../src/learning/index.ts'
import { indonesia2026 } from '../../../src/learning/calendar/indonesia-2026.ts'

/** Units that work on Saturday too. */
export const SIX_DAYS: CalendarSettings = {
  ...OFFICE,
  id: 'six-days',
  name: 'Sekolah dan layanan, enam hari kerja',
  week: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] },
}

/** The shipped days off of 2026 over both. No Ramadan: its dates are not shipped. */
export function yearCalendars(): ReadonlyMap<string, WorkCalendar> {
  const days = indonesia2026.map((day) => ({ ...day, calendarId: null }))
  return new Map([OFFICE, SIX_DAYS].map((one) => [one.id, layCalendar(one, days, [])]))
}

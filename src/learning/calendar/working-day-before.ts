import { addCivilDays, type CivilDay } from './civil-day.ts'
import { HORIZON_DAYS } from './teaching-moment.ts'
import { isWorkingDay, type WorkCalendar } from './work-calendar.ts'

/**
 * The working day of a unit that lies `count` working days before `day`; 1 is the last one.
 *
 * @throws RangeError when two months hold no working day
 */
export function workingDayBefore(calendar: WorkCalendar, day: CivilDay, count: number): CivilDay {
  let left = count
  let idle = 0
  let at = day
  while (left > 0) {
    at = addCivilDays(at, -1)
    idle++
    if (isWorkingDay(calendar, at)) [left, idle] = [left - 1, 0]
    else if (idle > HORIZON_DAYS) {
      throw new RangeError(`Calendar ${calendar.id}: no working day in two months before ${day}`)
    }
  }
  return at
}

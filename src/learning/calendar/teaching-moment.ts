import { addCivilDays, civilDay, civilMinute, momentOf, type CivilDay } from './civil-day.ts'
import { leaveOn } from './leave.ts'
import {
  allowedMinute,
  hoursOn,
  isTeachingDay,
  isWorkingDay,
  type Rhythm,
  type WorkCalendar,
} from './work-calendar.ts'

/** A search that finds no working day for this long has wrong data: two months without one. */
export const HORIZON_DAYS = 62

/**
 * The next moment at which a person is due to be taught, strictly after `from`: on a working day of
 * the unit on which the person is not on leave, at the person's hour, outside quiet hours.
 *
 * A civil day is taught once, also across a change of zone: `taughtOn` is the latest civil day on
 * which the person was taught, in whatever zone that was, and the moment lies on a later one. Who
 * flies west over a midnight and lives a day twice is taught on it once; who flies east loses no
 * lesson but the day that was not lived.
 *
 * @throws RangeError when two months without leave hold no working day
 */
export function nextTeachingMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  from: Date,
  taughtOn: CivilDay | null = null,
): Date {
  const today = civilDay(person.timezone, from)
  const first = taughtOn !== null && taughtOn >= today ? addCivilDays(taughtOn, 1) : today
  return search(person, calendar, first, 1, (moment) => moment > from)
}

/** The first teaching moment on a later civil day than that of `from`. */
export function nextDayTeachingMoment(person: Rhythm, calendar: WorkCalendar, from: Date): Date {
  return nextTeachingMoment(person, calendar, from, civilDay(person.timezone, from))
}

/**
 * The latest teaching moment at or before `from`: the inverse of `nextTeachingMoment`.
 *
 * @throws RangeError when two months without leave hold no working day
 */
export function previousTeachingMoment(person: Rhythm, calendar: WorkCalendar, from: Date): Date {
  const today = civilDay(person.timezone, from)
  return search(person, calendar, today, -1, (moment) => moment <= from)
}

/** Walks the days from `first` on; a leave is stepped over at once, however long. */
function search(
  person: Rhythm,
  calendar: WorkCalendar,
  first: CivilDay,
  step: 1 | -1,
  fits: (moment: Date) => boolean,
): Date {
  let day = first
  for (let looked = 0; looked <= HORIZON_DAYS; looked++) {
    for (let away = leaveOn(person.leaves, day); away; away = leaveOn(person.leaves, day)) {
      day = addCivilDays(step === 1 ? away.last : away.first, step)
    }
    const moment = teachingMomentOn(person, calendar, day)
    if (moment !== undefined && fits(moment)) return moment
    day = addCivilDays(day, step)
  }
  const where = step === 1 ? 'after' : 'before'
  throw new RangeError(`Calendar ${calendar.id}: no working day in two months ${where} ${first}`)
}

/**
 * The one teaching moment of a civil day; undefined on a day off or a day of leave, and where the
 * zone's clocks pass over all that is open of it.
 */
function teachingMomentOn(person: Rhythm, calendar: WorkCalendar, day: CivilDay): Date | undefined {
  if (!isWorkingDay(calendar, day)) return undefined
  const minute = allowedMinute(person, calendar, day, person.lessonMinute)
  const moment = momentOf(person.timezone, day, minute)
  const there = civilDay(person.timezone, moment) === day && isOpen(person, calendar, moment)
  return there ? moment : undefined
}

/** Whether something may be sent unasked at `moment`: a teaching day, outside quiet hours. */
export function isOpen(person: Rhythm, calendar: WorkCalendar, moment: Date): boolean {
  const day = civilDay(person.timezone, moment)
  const minute = civilMinute(person.timezone, moment)
  return (
    isTeachingDay(person, calendar, day) && allowedMinute(person, calendar, day, minute) === minute
  )
}

/**
 * When the open hours begin again, strictly after `from`: later that day (before them, or in the
 * prayer of a Friday), or on the next day on which the unit works and the person does.
 *
 * @throws RangeError when two months hold no such moment
 */
export function nextOpenMoment(person: Rhythm, calendar: WorkCalendar, from: Date): Date {
  const today = civilDay(person.timezone, from)
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const day = addCivilDays(today, ahead)
    const earliest = ahead === 0 ? civilMinute(person.timezone, from) : 0
    const minute = allowedMinute(person, calendar, day, earliest)
    const moment = momentOf(person.timezone, day, minute)
    if (moment > from && isOpen(person, calendar, moment)) return moment
  }
  throw new RangeError(`Calendar ${calendar.id}: no open hour in two months after ${today}`)
}

/** When the day of `moment` closes: what was not sent by then is no longer worth sending that day. */
export function dayCloses(person: Rhythm, calendar: WorkCalendar, moment: Date): Date {
  const day = civilDay(person.timezone, moment)
  return momentOf(person.timezone, day, hoursOn(person, calendar, day).ends)
}

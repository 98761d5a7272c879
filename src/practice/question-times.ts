import {
  addCivilDays,
  civilDay,
  civilMinute,
  dayCloses,
  hoursOn,
  isOpen,
  isWorkingDay,
  momentOf,
  nextDayTeachingMoment,
  type Rhythm,
  type WorkCalendar,
} from '../learning/index.ts'

/** A unit at a minute of its day, as the calendar reckons: a person without leave or hours of her own. */
function unitAt(timezone: string, lessonMinute: number): Rhythm {
  return { timezone, lessonMinute, ownHours: null, leaves: [] }
}

/** The first open moment of the working day after that of `moment`. */
function nextOpening(timezone: string, calendar: WorkCalendar, moment: Date): Date {
  return nextDayTeachingMoment(unitAt(timezone, 0), calendar, moment)
}

/**
 * When a question that nobody answers goes up a unit: once it has waited for a working day of its
 * asker's unit, at the same minute of the next one. The waiting begins at the opening where it was
 * asked before it, and at that of the next working day where the day was over or off.
 *
 * @throws RangeError when two months hold no working day
 */
export function risesAt(timezone: string, calendar: WorkCalendar, askedAt: Date): Date {
  const from = waitsFrom(timezone, calendar, askedAt)
  return nextDayTeachingMoment(unitAt(timezone, civilMinute(timezone, from)), calendar, from)
}

function waitsFrom(timezone: string, calendar: WorkCalendar, askedAt: Date): Date {
  const unit = unitAt(timezone, 0)
  if (isOpen(unit, calendar, askedAt)) return askedAt
  const today = civilDay(timezone, askedAt)
  const eve = momentOf(timezone, addCivilDays(today, -1), 12 * 60)
  const opening = nextOpening(timezone, calendar, eve)
  if (civilDay(timezone, opening) !== today) return opening
  // Friday's prayer is quiet, and no end of the day.
  if (civilMinute(timezone, askedAt) < hoursOn(unit, calendar, today).ends) {
    return askedAt < opening ? opening : askedAt
  }
  return nextOpening(timezone, calendar, askedAt)
}

/**
 * Until when whoever takes a question has it alone: until the next working day closes.
 *
 * @throws RangeError when two months hold no working day
 */
export function heldUntil(timezone: string, calendar: WorkCalendar, takenAt: Date): Date {
  const unit = unitAt(timezone, 0)
  return dayCloses(unit, calendar, nextOpening(timezone, calendar, takenAt))
}

/**
 * The same after a change of the calendar: whoever was to have it until a day that is off now has it
 * until the next working day closes. A day that has become a working day takes nothing away from her.
 *
 * @throws RangeError when two months hold no working day
 */
export function heldAnew(timezone: string, calendar: WorkCalendar, until: Date): Date {
  return isWorkingDay(calendar, civilDay(timezone, until))
    ? until
    : heldUntil(timezone, calendar, until)
}

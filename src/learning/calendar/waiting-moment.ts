import { isOpen, nextTeachingMoment } from './teaching-moment.ts'
import type { Rhythm, WorkCalendar } from './work-calendar.ts'

/** Something for a person that was not asked for. */
export interface Waiting {
  /** The person's open hours will do; or it comes with the next lesson. */
  readonly waitsFor: 'hours' | 'lesson'
  /** Since when it waits. */
  readonly since: Date
  readonly now: Date
}

/**
 * When it may come, by the calendar as it stands: reckoned from the beginning of the waiting and not
 * from the moment that was found before, so that a change and its undoing leave everything as it was.
 * What would have come by now comes at once where the hours are open, and with the next lesson otherwise.
 *
 * @throws RangeError when two months without leave hold no working day
 */
export function waitingMoment(
  person: Rhythm,
  calendar: WorkCalendar,
  { waitsFor, since, now }: Waiting,
): Date {
  const atOnce = waitsFor === 'hours' && isOpen(person, calendar, since)
  const wished = atOnce ? since : nextTeachingMoment(person, calendar, since)
  if (wished > now) return wished
  return isOpen(person, calendar, now) ? now : nextTeachingMoment(person, calendar, now)
}

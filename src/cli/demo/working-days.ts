import {
  nextDayTeachingMoment,
  nextTeachingMoment,
  type Rhythm,
  type WorkCalendar,
} from '../../learning/index.ts'
import { TIMEZONE } from './bot-config.ts'

const HOUR_MS = 3600_000

function at(hour: number): Rhythm {
  return { timezone: TIMEZONE, lessonMinute: hour * 60, ownHours: null, leaves: [] }
}

/** 08.00 of the next working day. */
export function nextMorning(calendar: WorkCalendar, from: Date): Date {
  return nextDayTeachingMoment(at(8), calendar, from)
}

/** So many working mornings, the first of them `first` itself. */
export function morningsFrom(calendar: WorkCalendar, first: Date, count: number): Date[] {
  const mornings = [first]
  for (let last = first; mornings.length < count; mornings.push(last)) {
    last = nextMorning(calendar, last)
  }
  return mornings
}

/** Where a visitor's wish leads: the morning is 09.00, when the lesson has just arrived. */
export function momentOfWish(
  wish: 'hour' | 'morning' | 'week',
  now: Date,
  calendar: WorkCalendar,
): Date {
  if (wish === 'hour') return new Date(now.getTime() + HOUR_MS)
  if (wish === 'week') return new Date(now.getTime() + 7 * 24 * HOUR_MS)
  return nextTeachingMoment(at(9), calendar, now)
}

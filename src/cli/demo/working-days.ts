import { nextDayTeachingMoment, nextTeachingMoment, type DaysOff } from '../../learning/index.ts'
import { TIMEZONE } from './stage.ts'

const HOUR_MS = 3600_000

/** 08.00 of the next working day. */
export function nextMorning(daysOff: DaysOff, from: Date): Date {
  return nextDayTeachingMoment({ timezone: TIMEZONE, lessonMinute: 8 * 60 }, daysOff, from)
}

/** So many working mornings, the first of them `first` itself. */
export function morningsFrom(daysOff: DaysOff, first: Date, count: number): Date[] {
  const mornings = [first]
  for (let last = first; mornings.length < count; mornings.push(last)) {
    last = nextMorning(daysOff, last)
  }
  return mornings
}

/** Where a visitor's wish leads: the morning is 09.00, when the lesson has just arrived. */
export function momentOfWish(wish: 'hour' | 'morning' | 'week', now: Date, daysOff: DaysOff): Date {
  if (wish === 'hour') return new Date(now.getTime() + HOUR_MS)
  if (wish === 'week') return new Date(now.getTime() + 7 * 24 * HOUR_MS)
  return nextTeachingMoment({ timezone: TIMEZONE, lessonMinute: 9 * 60 }, daysOff, now)
}

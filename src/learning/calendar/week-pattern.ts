import { isCalendarDate } from '../../content/index.ts'
import { daysBetween, weekdayOf, type CivilDay } from './civil-day.ts'

/**
 * Which days of the week, or of a shift, are worked. A shift that repeats counts from a day on which
 * its first day fell; before that day it repeats backwards.
 */
export type WeekPattern =
  /** 0 Sunday … 6 Saturday. */
  | { readonly kind: 'weekdays'; readonly days: readonly number[] }
  | { readonly kind: 'cycle'; readonly anchor: CivilDay; readonly works: readonly boolean[] }

/** Five working days (Perpres 21/2023). */
export const FIVE_DAYS: WeekPattern = { kind: 'weekdays', days: [1, 2, 3, 4, 5] }
export const SIX_DAYS: WeekPattern = { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] }

/** Longest cycle in days: four weeks, the longest roster that is drawn up at once. */
const LONGEST_CYCLE = 28

const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

export function worksOn(week: WeekPattern, day: CivilDay): boolean {
  if (week.kind === 'weekdays') return week.days.includes(weekdayOf(day))
  const { anchor, works } = week
  const into = daysBetween(anchor, day) % works.length
  return works[into < 0 ? into + works.length : into] === true
}

/**
 * A week as it is typed: `five`, `six`, days by their English names (`mon,wed,fri`), or a shift as
 * the first day of a round and one sign a day, + worked and - free (`2026-01-05:++--`).
 *
 * @returns undefined for anything else, for a week without a working day, and for a day that does
 * not exist
 */
export function parseWeek(text: string): WeekPattern | undefined {
  const word = text.trim().toLowerCase()
  if (word === 'five') return FIVE_DAYS
  if (word === 'six') return SIX_DAYS
  const cycle = /^(\d{4}-\d{2}-\d{2}):([+-]+)$/.exec(word)
  if (cycle !== null) return cycleOf(cycle[1] ?? '', cycle[2] ?? '')
  const days = word.split(',').map((name) => NAMES.findIndex((known) => known === name.trim()))
  if (days.includes(-1)) return undefined
  return { kind: 'weekdays', days: [...new Set(days)].toSorted((a, b) => a - b) }
}

function cycleOf(anchor: CivilDay, signs: string): WeekPattern | undefined {
  const works = signs.split('').map((sign) => sign === '+')
  if (!isCalendarDate(anchor, 'day') || works.length > LONGEST_CYCLE) return undefined
  return works.includes(true) ? { kind: 'cycle', anchor, works } : undefined
}

/** As `parseWeek` reads it. */
export function formatWeek(week: WeekPattern): string {
  if (week.kind === 'cycle') {
    return `${week.anchor}:${week.works.map((works) => (works ? '+' : '-')).join('')}`
  }
  const days = week.days.join()
  if (days === '1,2,3,4,5') return 'five'
  if (days === '1,2,3,4,5,6') return 'six'
  return week.days.map((day) => NAMES[day] ?? '').join(',')
}

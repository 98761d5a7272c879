import { isCalendarDate } from '../../content/index.ts'
import {
  addCivilDays,
  daysBetween,
  weekdayOf,
  type CivilDay,
  type Leave,
} from '../../learning/index.ts'
import { MOST_LEAVE_DAYS } from './check-leave.ts'
import type { Length, Point } from './grammar.ts'
import type { TypedDate } from './reading.ts'

/** What a day may fail at: it does not exist. */
export interface NoSuchDay {
  readonly missing: TypedDate
}

export type Found = CivilDay | NoSuchDay

/**
 * A date of the last three months means these, and not next year's: "2 Maret" on 7 March is a slip,
 * "5 Januari" in December is not.
 */
const NEXT_YEAR_DAYS = 275

const two = (n: number): string => String(n).padStart(2, '0')

export function civil(year: number, month: number, day: number): CivilDay | undefined {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  return isCalendarDate(text, 'day') ? text : undefined
}

const yearOf = (day: CivilDay): number => Number(day.slice(0, 4))
const monthOf = (day: CivilDay): number => Number(day.slice(5, 7))

/** Monday of the week of `day`. */
export function mondayOf(day: CivilDay): CivilDay {
  return addCivilDays(day, -((weekdayOf(day) + 6) % 7))
}

/** The first such weekday on or after `from`. */
export function weekdayFrom(from: CivilDay, weekday: number): CivilDay {
  return addCivilDays(from, (weekday - weekdayOf(from) + 7) % 7)
}

/** Which day a point is that stands alone, seen from `today`. */
export function findDay(point: Point, today: CivilDay): Found {
  switch (point.is) {
    case 'from_today':
      return addCivilDays(today, point.days)
    case 'weekday': {
      // Who says "Senin" on a Monday means the next one: today is called today.
      if (point.which === 'coming') return weekdayFrom(addCivilDays(today, 1), point.weekday)
      const monday = addCivilDays(mondayOf(today), point.which === 'next' ? 7 : 0)
      return weekdayFrom(monday, point.weekday)
    }
    case 'date':
      return findDate(point, today)
    case 'day_of_month':
      return findDayOfMonth(point.day, today)
  }
}

/** A date without a year: this year's unless it is past, else next year's where that is near. */
function findDate(date: TypedDate, today: CivilDay): Found {
  const { day, month, year } = date
  if (year !== null) return civil(year, month, day) ?? { missing: date }
  const own = civil(yearOf(today), month, day)
  if (own !== undefined && own >= today) return own
  const next = civil(yearOf(today) + 1, month, day)
  if (next === undefined) return own ?? { missing: date }
  return own === undefined || daysBetween(today, next) <= NEXT_YEAR_DAYS ? next : own
}

/** The first such day of a month on or after `from`; not every month has a 31st. */
function findDayOfMonth(day: number, from: CivilDay): Found {
  for (let ahead = 0; ahead <= 2; ahead++) {
    const month = monthOf(from) + ahead
    const found = civil(yearOf(from) + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, day)
    if (found !== undefined && found >= from) return found
  }
  return { missing: { day, month: monthOf(from), year: null } }
}

/** Both ends of a range; where one lacks what the other names, it is lent. */
export function findRange(from: Point | null, to: Point, today: CivilDay): Leave | NoSuchDay {
  if (from === null) return ends(today, findDay(to, today))
  if (to.is === 'date') {
    const { month, year } = to
    if (from.is === 'date') return findDates(from, to, today)
    if (from.is === 'day_of_month') {
      return findDates({ day: from.day, month, year }, to, today)
    }
  }
  if (from.is === 'date' && to.is === 'day_of_month') {
    return findDates(from, { day: to.day, month: from.month, year: from.year }, today)
  }
  // "tgl 2-6" on the 4th is under way: what counts is that its end is to come.
  const began = to.is === 'day_of_month' && from.is === 'day_of_month' && to.day >= from.day
  if (began) {
    const last = findDayOfMonth(to.day, today)
    if (typeof last !== 'string') return last
    const date = { day: from.day, month: monthOf(last), year: yearOf(last) }
    return ends(civil(date.year, date.month, date.day) ?? { missing: date }, last)
  }
  const first = findDay(from, today)
  if (typeof first !== 'string') return first
  return ends(first, endAfter(to, first, today))
}

/** The end of a range that begins with `first`: a weekday, say, is the first such day from there. */
function endAfter(to: Point, first: CivilDay, today: CivilDay): Found {
  if (to.is === 'weekday' && to.which === 'coming') return weekdayFrom(first, to.weekday)
  if (to.is === 'day_of_month') return findDayOfMonth(to.day, first)
  if (to.is === 'date' && first > today) return findDate(to, first)
  return findDay(to, today)
}

function ends(first: Found, last: Found): Leave | NoSuchDay {
  if (typeof first !== 'string') return first
  return typeof last === 'string' ? { first, last } : last
}

/**
 * Two dates. The end says the year, and the beginning lies before it: "28 Des - 3 Jan" crosses New
 * Year. What would have to cross it for longer than a leave may be ends before it begins.
 */
function findDates(from: TypedDate, to: TypedDate, today: CivilDay): Leave | NoSuchDay {
  if (to.year === null && from.year !== null) {
    const first = civil(from.year, from.month, from.day)
    const same = civil(from.year, to.month, to.day)
    const next = civil(from.year + 1, to.month, to.day)
    if (first === undefined) return { missing: from }
    if (same === undefined && next === undefined) return { missing: to }
    if (next !== undefined && (same === undefined || same < first) && isLeave(first, next)) {
      return { first, last: next }
    }
    return same === undefined ? { missing: to } : { first, last: same }
  }
  const last = findDate(to, today)
  if (typeof last !== 'string') return last
  if (from.year !== null) {
    const first = civil(from.year, from.month, from.day)
    return first === undefined ? { missing: from } : { first, last }
  }
  const same = civil(yearOf(last), from.month, from.day)
  const before = civil(yearOf(last) - 1, from.month, from.day)
  if (same !== undefined && same <= last) return { first: same, last }
  if (before !== undefined && isLeave(before, last)) return { first: before, last }
  return same === undefined ? { missing: from } : { first: same, last }
}

const isLeave = (first: CivilDay, last: CivilDay): boolean =>
  daysBetween(first, last) < MOST_LEAVE_DAYS

/** The last of `length` days from `first` on, which is the first of them. */
export function lastOf(first: CivilDay, { n, unit }: Length): CivilDay {
  switch (unit) {
    case 'day':
      return addCivilDays(first, n - 1)
    case 'week':
      return addCivilDays(first, 7 * n - 1)
    case 'month':
      return addCivilDays(monthsAfter(first, n), -1)
    case 'year':
      return addCivilDays(monthsAfter(first, 12 * n), -1)
  }
}

/** The same day of a later month, or the month's last where it has none. */
function monthsAfter(day: CivilDay, count: number): CivilDay {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  for (let date = Number(day.slice(8)); date > 27; date--) {
    const found = civil(Math.floor(months / 12), (months % 12) + 1, date)
    if (found !== undefined) return found
  }
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}-${day.slice(8)}`
}

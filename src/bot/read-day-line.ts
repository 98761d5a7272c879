import { isCalendarDate } from '../content/index.ts'

export type ReadDayLine =
  | { readonly kind: 'day'; readonly day: string; readonly name: string }
  | { readonly kind: 'no_day' }
  | { readonly kind: 'no_such_day' }
  | { readonly kind: 'no_name' }

/** First letters of the months, Indonesian and English. */
const MONTHS = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'agt', 'ags', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
]

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})\b[\s:,–-]*(.*)$/s
const LOCAL = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]+)(?:[\s/.-]+(\d{4}))?\b[\s:,–-]*(.*)$/is

/** Longest name of a day, as in a file of days. */
const LONGEST = 120

/**
 * A day and what it is called: "2027-07-03 Hari jadi", "3/7/2027 Hari jadi", "3 Juli Hari jadi". A
 * date without a year is this year's, or next year's where this one is past.
 */
export function readDayLine(text: string, today: string): ReadDayLine {
  const found = parts(text.trim().replaceAll(/\s+/g, ' '), today)
  if (found === undefined) return { kind: 'no_day' }
  const { year, month, date, rest } = found
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = `${year}-${two(month)}-${two(date)}`
  if (!isCalendarDate(day, 'day')) return { kind: 'no_such_day' }
  const name = rest.trim()
  return name === '' || name.length > LONGEST ? { kind: 'no_name' } : { kind: 'day', day, name }
}

function parts(
  text: string,
  today: string,
): { year: number; month: number; date: number; rest: string } | undefined {
  const iso = ISO.exec(text)
  if (iso !== null) {
    const [, year, month, date, rest = ''] = iso
    return { year: Number(year), month: Number(month), date: Number(date), rest }
  }
  const local = LOCAL.exec(text)
  if (local === null) return undefined
  const [, date, word = '', year, rest = ''] = local
  const month = monthIn(word)
  if (month === undefined) return undefined
  const thisYear = Number(today.slice(0, 4))
  const past = `${String(month).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}` < today.slice(5)
  const meant = year === undefined ? thisYear + (past ? 1 : 0) : Number(year)
  return { year: meant, month, date: Number(date), rest }
}

function monthIn(word: string): number | undefined {
  if (/^\d+$/.test(word)) return Number(word)
  const start = word.toLowerCase().slice(0, 3)
  const index = MONTHS.findIndex((names) => names.includes(start))
  return index === -1 ? undefined : index + 1
}

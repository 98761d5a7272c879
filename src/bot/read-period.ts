import { isCalendarDate } from '../content/index.ts'
import { addCivilDays } from '../learning/index.ts'

/** Civil days, the first and the last included. */
export interface Period {
  readonly first: string
  readonly last: string
}

export type ReadPeriod =
  | { readonly kind: 'period'; readonly period: Period; readonly rest: string }
  /** No period is named; all of the text is about something else. */
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'ends_before_it_begins' }
  | { readonly kind: 'no_such_day' }

const DAY = String.raw`\d{4}-\d{2}-\d{2}`
const TO = String.raw`(?:\s*(?:\.\.|–|-|s\.?d\.?|sampai|hingga|to|until)\s*|\s+)`
const RANGE = new RegExp(`(${DAY})(?:${TO}(${DAY}))?`, 'i')
const MONTH = /\b(\d{4})-(\d{2})\b(?!-)/
const LENGTH = /\b(\d{1,3})\s+(?:hari|days?)\b/i
const TODAY = /\b(?:hari ini|today)\b/i
const YESTERDAY = /\b(?:kemarin|yesterday)\b/i
const THIS_MONTH = /\b(?:bulan ini|this month)\b/i

/**
 * A period somewhere in a text: two days (`2026-11-01 2026-11-30`), one, a month (`2026-11`), the last
 * days (`7 hari`), today, yesterday, this month.
 *
 * @param today the civil day of who asks
 */
export function readPeriod(text: string, today: string): ReadPeriod {
  const range = RANGE.exec(text)
  if (range !== null) {
    const [whole, first = '', last = first] = range
    return checked({ first, last }, text, whole)
  }
  const month = MONTH.exec(text)
  if (month !== null) return checked(monthOf(`${month[1]}-${month[2]}`), text, month[0])
  const length = LENGTH.exec(text)
  if (length !== null) {
    const days = Math.max(1, Number(length[1]))
    return checked({ first: addCivilDays(today, 1 - days), last: today }, text, length[0])
  }
  const yesterday = addCivilDays(today, -1)
  const named: readonly (readonly [RegExp, Period])[] = [
    [TODAY, { first: today, last: today }],
    [YESTERDAY, { first: yesterday, last: yesterday }],
    [THIS_MONTH, { first: `${today.slice(0, 8)}01`, last: today }],
  ]
  for (const [words, period] of named) {
    const found = words.exec(text)
    if (found !== null) return checked(period, text, found[0])
  }
  return { kind: 'none', rest: text.trim() }
}

function monthOf(month: string): Period {
  const first = `${month}-01`
  if (!isCalendarDate(first, 'day')) return { first, last: first }
  const next = addCivilDays(first, 31)
  return { first, last: addCivilDays(`${next.slice(0, 8)}01`, -1) }
}

function checked(period: Period, text: string, words: string): ReadPeriod {
  const { first, last } = period
  if (!isCalendarDate(first, 'day') || !isCalendarDate(last, 'day')) return { kind: 'no_such_day' }
  if (last < first) return { kind: 'ends_before_it_begins' }
  const rest = text.replace(words, ' ').replaceAll(/\s+/g, ' ').trim()
  return { kind: 'period', period, rest }
}

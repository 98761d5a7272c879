import { isCalendarDate } from '../../content/index.ts'
import type { CivilDay } from '../../learning/index.ts'
import type { Period } from '../../reports/index.ts'
import { codeOf, DEFAULT_PERIOD, type PeriodCode } from './period-code.ts'

/** What somebody typed behind a command: what it is about, and the period at its end. */
export type TypedPeriod =
  | {
      readonly kind: 'read'
      readonly rest: string
      readonly period: PeriodCode
      /** It was typed. */
      readonly named: boolean
    }
  /** It ends before it begins. */
  | { readonly kind: 'turned'; readonly period: Period }
  /** A day that does not exist, as it was typed. */
  | { readonly kind: 'no-such-day'; readonly typed: string }

const WORDS: readonly (readonly [RegExp, PeriodCode])[] = [
  [/(?:hari ini|today)$/i, 'd'],
  [/(?:(?:minggu|pekan) ini|this week)$/i, 'w'],
  [/(?:bulan ini|this month)$/i, 'm'],
  [/(?:semua|sejak awal|all|all time)$/i, 'a'],
]

const MONTHS = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['maret', 'march', 'mar'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['desember', 'december', 'des', 'dec'],
]

const MONTH = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')
const DATE = String.raw`\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|\d{1,2}(?:\s+(?:${MONTH}))?(?:\s+\d{4})?`
const BETWEEN = String.raw`\s*(?:-|–|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bs\.?\s?d\.?|\bto\b|\buntil\b)\s*`
const RANGE = new RegExp(`(?:^|\\s)(${DATE})${BETWEEN}(${DATE})$`, 'i')
const ONE = new RegExp(
  String.raw`(?:^|\s)(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?|\d{1,2}\s+(?:${MONTH})(?:\s+\d{4})?)$`,
  'i',
)

/** Reads the period at the end of a text; without one it is this month. Dates lie in the past. */
export function readPeriod(text: string, today: CivilDay): TypedPeriod {
  const typed = text.trim().replaceAll(/\s+/g, ' ')
  for (const [pattern, period] of WORDS) {
    const match = pattern.exec(typed)
    const whole = match !== null && (match.index === 0 || typed[match.index - 1] === ' ')
    if (whole)
      return { kind: 'read', rest: typed.slice(0, match.index).trim(), period, named: true }
  }
  const match = RANGE.exec(typed) ?? ONE.exec(typed)
  if (match === null) return { kind: 'read', rest: typed, period: DEFAULT_PERIOD, named: false }
  const [, first = '', last = first] = match
  return rangeOf(typed.slice(0, match.index).trim(), [first, last], today)
}

interface Parts {
  readonly day: number
  readonly month: number | undefined
  readonly year: number | undefined
}

function rangeOf(
  rest: string,
  [first, last]: readonly [string, string],
  today: CivilDay,
): TypedPeriod {
  const [begins, ends] = [partsOf(first), partsOf(last)]
  const month = ends.month ?? Number(today.slice(5, 7))
  // The year is that of its first day: it may go on beyond today.
  const year = ends.year ?? yearOf(begins.month ?? month, begins.day, today)
  const to = civil({ day: ends.day, month, year })
  const from = civil({
    day: begins.day,
    month: begins.month ?? month,
    year: begins.year ?? (ends.year === undefined || begins.month !== undefined ? year : ends.year),
  })
  if (from === undefined) return { kind: 'no-such-day', typed: first }
  if (to === undefined) return { kind: 'no-such-day', typed: last }
  if (from > to) return { kind: 'turned', period: { from, to } }
  return { kind: 'read', rest, period: codeOf({ from, to }), named: true }
}

/** Without a year a date is the last one that has come, since nothing is counted that is to come. */
function yearOf(month: number, day: number, today: CivilDay): number {
  const year = Number(today.slice(0, 4))
  const date = civil({ day, month, year })
  return date !== undefined && date > today ? year - 1 : year
}

function partsOf(text: string): Parts {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const [day = '', month, year] = text.split(/[\s/.]+/)
  const named = MONTHS.findIndex((names) => names.includes((month ?? '').toLowerCase()))
  const isYear = month !== undefined && /^\d{4}$/.test(month)
  return {
    day: Number(day),
    month: named >= 0 ? named + 1 : month === undefined || isYear ? undefined : Number(month),
    year: isYear ? Number(month) : year === undefined ? undefined : Number(year),
  }
}

function civil({
  day,
  month,
  year,
}: {
  day: number
  month: number
  year: number
}): string | undefined {
  const two = (n: number): string => String(n).padStart(2, '0')
  const text = `${year}-${two(month)}-${two(day)}`
  return /^20\d\d-/.test(text) && isCalendarDate(text, 'day') ? text : undefined
}

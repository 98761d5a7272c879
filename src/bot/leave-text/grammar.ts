import type { LengthUnit, Token } from './words.ts'

/** A day as it is named, before it is known which one it is. */
export type Point =
  | { readonly is: 'from_today'; readonly days: number }
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: 'coming' | 'this' | 'next' }
  | {
      readonly is: 'date'
      readonly day: number
      readonly month: number
      readonly year: number | null
      /** Named beside the date: "Senin 2 Maret". */
      readonly weekday: number | null
    }
  | { readonly is: 'day_of_month'; readonly day: number }

export interface Length {
  readonly n: number
  readonly unit: LengthUnit
}

export type Intent =
  | { readonly is: 'length'; readonly length: Length; readonly from: Point | null }
  /** "2-3 hari" */
  | { readonly is: 'lengths'; readonly lengths: readonly Length[] }
  | { readonly is: 'range'; readonly from: Point | null; readonly to: Point }
  | { readonly is: 'day'; readonly at: Point }
  | {
      readonly is: 'span'
      readonly unit: 'week' | 'month'
      readonly which: 'this' | 'next'
      /** "sampai minggu depan": up to it or through it. */
      readonly until: boolean
    }
  /** "minggu" alone: a week, or Sunday. */
  | { readonly is: 'week_or_sunday' }
  /** "2-6": days of a month, or the 2nd of June. */
  | { readonly is: 'numbers'; readonly a: number; readonly b: number }
  | { readonly is: 'start' }

/** A part that was read, and where the next one begins. */
type Read<T> = { readonly value: T; readonly next: number } | undefined

/** What the tokens of a typed leave, without its kind, ask for; undefined: not understood. */
export function intentOf(tokens: readonly Token[]): Intent | undefined {
  return (
    spanIn(tokens) ??
    numbersIn(tokens) ??
    lengthIn(tokens) ??
    rangeIn(tokens) ??
    (tokens.length === 1 && tokens[0]?.t === 'minggu' ? { is: 'week_or_sunday' } : dayIn(tokens))
  )
}

function numberAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i]
  return token?.t === 'number' ? token.n : undefined
}

/** A week or a month as a word; undefined for any other. */
function spanUnitAt(tokens: readonly Token[], i: number): 'week' | 'month' | undefined {
  const token = tokens[i]
  if (token?.t === 'minggu') return 'week'
  if (token?.t !== 'unit') return undefined
  return token.unit === 'week' || token.unit === 'month' ? token.unit : undefined
}

function whichAt(tokens: readonly Token[], i: number): 'this' | 'next' | undefined {
  const t = tokens[i]?.t
  return t === 'this' || t === 'next' ? t : undefined
}

/** "minggu depan", "next week", with "sampai" before it or not. */
function spanIn(tokens: readonly Token[]): Intent | undefined {
  const until = tokens[0]?.t === 'to'
  const start = until ? 1 : 0
  if (tokens.length !== start + 2) return undefined
  const unit = spanUnitAt(tokens, start) ?? spanUnitAt(tokens, start + 1)
  const which = whichAt(tokens, start) ?? whichAt(tokens, start + 1)
  return unit === undefined || which === undefined ? undefined : { is: 'span', unit, which, until }
}

function numbersIn(tokens: readonly Token[]): Intent | undefined {
  const [a, b] = [numberAt(tokens, 0), numberAt(tokens, 2)]
  if (a === undefined || b === undefined || tokens[1]?.t !== 'dash') return undefined
  if (tokens.length === 3) return { is: 'numbers', a, b }
  const unit = unitAt(tokens, 3)
  if (unit === undefined || tokens.length !== 4) return undefined
  return { is: 'lengths', lengths: [a, b].map((n) => ({ n, unit })) }
}

function unitAt(tokens: readonly Token[], i: number): LengthUnit | undefined {
  const token = tokens[i]
  if (token?.t === 'minggu') return 'week'
  return token?.t === 'unit' ? token.unit : undefined
}

function lengthAt(tokens: readonly Token[], i: number): Read<Length> {
  const token = tokens[i]
  if (token?.t === 'length') return { value: { n: token.n, unit: token.unit }, next: i + 1 }
  const unit = unitAt(tokens, i + 1)
  if (token?.t !== 'number' || unit === undefined) return undefined
  return { value: { n: token.n, unit }, next: i + 2 }
}

/** "3 hari", "3", "3 hari mulai Senin", "mulai Senin 3 hari", "besok 2 hari". */
function lengthIn(tokens: readonly Token[]): Intent | undefined {
  const alone = numberAt(tokens, 0)
  if (alone !== undefined && tokens.length === 1) {
    return { is: 'length', length: { n: alone, unit: 'day' }, from: null }
  }
  const first = lengthAt(tokens, 0)
  if (first !== undefined) {
    const { value: length, next } = first
    if (next === tokens.length) return { is: 'length', length, from: null }
    const from = startAt(tokens, next)
    return from?.next === tokens.length ? { is: 'length', length, from: from.value } : undefined
  }
  const from = startAt(tokens, 0)
  const length = from === undefined ? undefined : lengthAt(tokens, from.next)
  if (from === undefined || length?.next !== tokens.length) return undefined
  return { is: 'length', length: length.value, from: from.value }
}

/** A first day, with "mulai" before it or not; "mulai minggu depan" is its Monday. */
function startAt(tokens: readonly Token[], i: number): Read<Point> {
  const start = tokens[i]?.t === 'from' ? i + 1 : i
  const week = spanUnitAt(tokens, start) ?? spanUnitAt(tokens, start + 1)
  const which = whichAt(tokens, start) ?? whichAt(tokens, start + 1)
  if (start > i && week === 'week' && which === 'next') {
    return { value: { is: 'weekday', weekday: 1, which: 'next' }, next: start + 2 }
  }
  return pointAt(tokens, start)
}

function rangeIn(tokens: readonly Token[]): Intent | undefined {
  if (tokens[0]?.t === 'to') {
    const to = pointAt(tokens, 1)
    return to?.next === tokens.length ? { is: 'range', from: null, to: to.value } : undefined
  }
  const from = startAt(tokens, 0)
  if (from === undefined) return undefined
  const between = tokens[from.next]?.t
  if (between !== 'to' && between !== 'dash') return undefined
  const to = pointAt(tokens, from.next + 1)
  return to?.next === tokens.length ? { is: 'range', from: from.value, to: to.value } : undefined
}

function dayIn(tokens: readonly Token[]): Intent | undefined {
  const at = startAt(tokens, 0)
  if (at?.next !== tokens.length) return undefined
  return tokens[0]?.t === 'from' ? { is: 'start' } : { is: 'day', at: at.value }
}

function pointAt(tokens: readonly Token[], i: number): Read<Point> {
  const token = tokens[i]
  if (token?.t === 'from_today') {
    return { value: { is: 'from_today', days: token.days }, next: i + 1 }
  }
  return weekdayAt(tokens, i) ?? dateAt(tokens, i, null) ?? dayOfMonthAt(tokens, i)
}

/** "Senin", "hari Senin", "Senin depan", "next Monday", "Senin minggu depan", "Senin 2 Maret". */
function weekdayAt(tokens: readonly Token[], i: number): Read<Point> {
  const before = whichAt(tokens, i)
  const start = before !== undefined || tokens[i]?.t === 'unit' ? i + 1 : i
  const token = tokens[start]
  if (token?.t !== 'weekday' && token?.t !== 'minggu') return undefined
  const weekday = token.t === 'weekday' ? token.weekday : 0
  const date = dateAt(tokens, start + 1, weekday)
  if (date !== undefined) return date
  const named = (which: 'coming' | 'this' | 'next', next: number): Read<Point> => ({
    value: { is: 'weekday', weekday, which },
    next,
  })
  if (before !== undefined) return named(before, start + 1)
  const after = whichAt(tokens, start + 1)
  const unit = spanUnitAt(tokens, start + (after === undefined ? 1 : 2))
  const late = whichAt(tokens, start + 2)
  if (after !== undefined) return named(after, start + (unit === 'week' ? 3 : 2))
  return unit === 'week' && late !== undefined ? named(late, start + 3) : named('coming', start + 1)
}

/** "2 Maret", "2 Maret 2027", "March 2", "2/3", "2027-03-02". */
function dateAt(tokens: readonly Token[], i: number, weekday: number | null): Read<Point> {
  const start = tokens[i]?.t === 'day_of_month' ? i + 1 : i
  const token = tokens[start]
  if (token?.t === 'date') {
    const { day, month, year = null } = token
    return { value: { is: 'date', day, month, year, weekday }, next: start + 1 }
  }
  const monthFirst = token?.t === 'month'
  // In "March 2nd" the sign of a day of a month stands between.
  const second = monthFirst && tokens[start + 1]?.t === 'day_of_month' ? start + 2 : start + 1
  const other = tokens[second]
  const month = monthFirst ? token.month : other?.t === 'month' ? other.month : undefined
  const day = numberAt(tokens, monthFirst ? second : start)
  if (month === undefined || day === undefined) return undefined
  // "March 2 days" is no date.
  if (monthFirst && unitAt(tokens, second + 1) !== undefined) return undefined
  const year = numberAt(tokens, second + 1)
  return year !== undefined && year >= 1000
    ? { value: { is: 'date', day, month, year, weekday }, next: second + 2 }
    : { value: { is: 'date', day, month, year: null, weekday }, next: second + 1 }
}

function dayOfMonthAt(tokens: readonly Token[], i: number): Read<Point> {
  const start = tokens[i]?.t === 'day_of_month' ? i + 1 : i
  const day = numberAt(tokens, start)
  if (day === undefined || unitAt(tokens, start + 1) !== undefined) return undefined
  return { value: { is: 'day_of_month', day }, next: start + 1 }
}

import { numberText, percentText } from '../../pictures/index.ts'
import { FEWEST_PEOPLE, SMALL_SAMPLE, wilsonInterval, type Rate } from '../../reports/index.ts'
import type { Cell, Fact } from './contract.ts'
import type { Words } from './words/index.ts'

type Locale = 'id' | 'en'

/** A rate with both its numbers, and its interval where chance moves it. Null: there is none. */
export function rateCell(rate: Rate): Cell {
  if (rate.whole === 0) return null
  const interval = intervalOf(rate)
  return {
    n: rate.part,
    of: rate.whole,
    interval: interval === undefined ? null : { from: short(interval[0]), to: short(interval[1]) },
  }
}

/** A picture shows no more, and a phone on a bad line loads what is written out. */
function short(share: number): number {
  return Math.round(share * 10_000) / 10_000
}

function intervalOf(rate: Rate): readonly [number, number] | undefined {
  return rate.whole < SMALL_SAMPLE ? wilsonInterval(rate) : undefined
}

export interface FactOf {
  readonly id: string
  readonly label: string
}

/** A number of people or things that comes first. */
export function countFact(
  { id, label }: FactOf,
  value: number,
  { detail = null, before }: { readonly detail?: string | null; readonly before?: number } = {},
): Fact {
  const change = before === undefined ? null : value - before
  return { id, label, value, unit: 'count', detail, change }
}

/** A rate that comes first, with its words, and the points by which it has changed. */
export function rateFact(
  { id, label }: FactOf,
  rate: Rate,
  said: {
    readonly words: Words
    readonly locale: Locale
    readonly of: keyof Words['of']
    readonly before?: Rate
  },
): Fact {
  return {
    id,
    label,
    value: rateCell(rate),
    unit: 'rate',
    detail: rateWords(rate, said),
    change: said.before === undefined ? null : pointsBetween(said.before, rate),
  }
}

/** "412 dari 530 orang", with the interval where there are few. */
function rateWords(
  rate: Rate,
  {
    words,
    locale,
    of,
  }: { readonly words: Words; readonly locale: Locale; readonly of: keyof Words['of'] },
): string {
  if (rate.whole === 0) return words.none
  const [part, whole] = [numberText(rate.part, locale), numberText(rate.whole, locale)]
  const said = words.rate(part, whole, words.of[of])
  const interval = intervalOf(rate)
  if (interval === undefined) return said
  const [low = '', high = ''] = interval.map((share) => percentText(share, locale))
  return said + words.interval(low, high)
}

/** In percentage points, to one decimal; null where either is of too few to compare. */
function pointsBetween(before: Rate, now: Rate): number | null {
  if (before.whole < FEWEST_PEOPLE || now.whole < FEWEST_PEOPLE) return null
  return Math.round((now.part / now.whole - before.part / before.whole) * 1000) / 10
}

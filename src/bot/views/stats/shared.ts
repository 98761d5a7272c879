import { numberText, percentText } from '../../../pictures/index.ts'
import { SMALL_SAMPLE, wilsonInterval, type Period, type Rate } from '../../../reports/index.ts'
import { civilDay } from '../../../learning/index.ts'
import type { Callback } from '../../callback.ts'
import { daysText } from '../../when.ts'
import { DEFAULT_PERIOD, periodOf, type PeriodCode } from '../../stats/period-code.ts'
import { placeData, type Place } from '../../stats/place.ts'
import type { Button, ViewBaseArgs, ViewContext } from '../view.ts'

/** What every page of the statistics is asked with. */
export interface StatsArgs extends ViewBaseArgs, Place {
  readonly period: PeriodCode
}

/** The civil day of whoever looks; the organisation's where nobody is known. */
export function todayOf({ person, timezone, now }: ViewContext): string {
  return civilDay(person?.timezone ?? timezone, now)
}

export function periodFor(view: ViewContext, { period }: StatsArgs): Period {
  const today = todayOf(view)
  return periodOf(period, today) ?? periodOf(DEFAULT_PERIOD, today) ?? { from: today, to: today }
}

/** "1–24 November 2026"; all time has no beginning worth naming. */
export function periodText(view: ViewContext, args: StatsArgs): string {
  const { from, to } = periodFor(view, args)
  if (args.period === 'a') return view.t('stats-until', { date: daysText(to, to, view.locale) })
  return daysText(from, to, view.locale)
}

/** "38 dari 40 (95%)", with the interval in which the share very likely lies where there are few. */
export function rateText(view: ViewContext, rate: Rate): string {
  const { t, locale } = view
  if (rate.whole === 0) return t('stats-rate-none')
  const [part, whole] = [numberText(rate.part, locale), numberText(rate.whole, locale)]
  const said = { part, whole, share: percentText(rate.part / rate.whole, locale) }
  const interval = intervalOf(rate)
  if (interval === undefined) return t('stats-rate', said)
  const [low, high] = interval.map((share) => percentText(share, locale))
  return t('stats-rate-interval', { ...said, low: low ?? '', high: high ?? '' })
}

/** Undefined where chance moves the share but little, or there is none. */
export function intervalOf(rate: Rate): readonly [number, number] | undefined {
  return rate.whole < SMALL_SAMPLE ? wilsonInterval(rate) : undefined
}

/** The same for a picture: short, with both its numbers. */
export function shortRate({ t, locale }: ViewContext, { part, whole }: Rate): string {
  if (whole === 0) return t('stats-rate-none')
  return t('picture-share', {
    share: percentText(part / whole, locale),
    onSchedule: numberText(part, locale),
    people: numberText(whole, locale),
  })
}

/** "sekitar 35 menit", "sekitar 4 jam", "sekitar 2 hari". */
export function waitText({ t, locale }: ViewContext, minutes: number | null): string {
  if (minutes === null) return t('stats-rate-none')
  if (minutes === 0) return t('stats-under-a-minute')
  if (minutes < 60) return t('stats-minutes', { minutes: numberText(minutes, locale) })
  if (minutes < 1440) return t('stats-hours', { hours: numberText(minutes / 60, locale) })
  return t('stats-days', { days: numberText(minutes / 1440, locale) })
}

/** Today, this week, this month, all time; the one that is shown has a dot. */
export function periodButtons(
  { t }: ViewContext,
  callback: Callback,
  place: Place,
): readonly Button[] {
  const labels = [
    ['d', t('button-stats-today')],
    ['w', t('button-stats-week')],
    ['m', t('button-stats-month')],
    ['a', t('button-stats-all')],
  ] as const
  return labels.map(([period, text]) => ({
    text: period === place.period ? `• ${text}` : text,
    data: placeData(callback, { ...place, period, from: 0 }),
  }))
}

/** To the page before and the one after; none where there is none. */
export function turnButtons(
  { t }: ViewContext,
  callback: Callback,
  given: {
    readonly place: Place
    readonly first: number
    readonly last: number
    readonly total: number
    readonly size: number
  },
): readonly (readonly Button[])[] {
  const { place, first, last, total, size } = given
  const turns = [
    ...(first > 1
      ? [
          {
            text: t('button-ranking-previous'),
            data: placeData(callback, { ...place, from: first - 1 - size }),
          },
        ]
      : []),
    ...(last < total
      ? [{ text: t('button-ranking-next'), data: placeData(callback, { ...place, from: last }) }]
      : []),
  ]
  return turns.length === 0 ? [] : [turns]
}

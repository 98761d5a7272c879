import { addCivilDays, civilDay, civilMinute } from '../learning/index.ts'
import type { Locale } from '../people/index.ts'
import type { Translate } from './texts.ts'

/** 09.00 in Indonesian, 09:00 in English. */
export function hourText(minute: number, locale: Locale): string {
  if (!Number.isFinite(minute)) throw new RangeError('there is no minute to tell')
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}${locale === 'id' ? '.' : ':'}${two(minute % 60)}`
}

function formatted(
  moment: Date,
  timezone: string,
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: timezone,
    ...options,
  }).format(moment)
}

export function weekdayText(moment: Date, timezone: string, locale: Locale): string {
  return formatted(moment, timezone, locale, { weekday: 'long' })
}

/** 24 November 2026 */
export function dateText(moment: Date, timezone: string, locale: Locale): string {
  return formatted(moment, timezone, locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A civil day with its weekday: "Senin 2 Maret", with the year where it is not `today`'s. */
export function dayText(day: string, today: string, locale: Locale): string {
  const moment = new Date(`${day}T00:00:00Z`)
  const date = formatted(moment, 'UTC', locale, {
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  })
  return `${weekdayText(moment, 'UTC', locale)} ${date}`
}

/** "Februari", also for a date that does not exist. */
export function monthText(month: number, locale: Locale): string {
  return formatted(new Date(Date.UTC(2000, Math.min(Math.max(month, 1), 12) - 1)), 'UTC', locale, {
    month: 'long',
  })
}

/** Days for a button: "2 Mar", "2–6 Mar". */
export function shortDaysText(first: string, last: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
}

/** Days in full: "1–30 November 2026". */
export function daysText(first: string, last: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`))
}

/** A coming moment as people say it: today, tomorrow, or with its weekday and date. */
export function whenText(
  t: Translate,
  moment: Date,
  { now, timezone, locale }: { now: Date; timezone: string; locale: Locale },
): string {
  const today = civilDay(timezone, now)
  const day = civilDay(timezone, moment)
  const hour = hourText(civilMinute(timezone, moment), locale)
  if (day === today) return t('when-today', { hour })
  if (day === addCivilDays(today, 1)) return t('when-tomorrow', { hour })
  const weekday = weekdayText(moment, timezone, locale)
  const date = formatted(moment, timezone, locale, { day: 'numeric', month: 'long' })
  return t('when-day', { weekday, date, hour })
}

/** A past day as people say it; a weekday only while it is clear which. */
export function sinceText(
  t: Translate,
  moment: Date,
  { now, timezone, locale }: { now: Date; timezone: string; locale: Locale },
): string {
  const today = civilDay(timezone, now)
  const day = civilDay(timezone, moment)
  if (day === today) return t('since-today')
  if (day === addCivilDays(today, -1)) return t('since-yesterday')
  if (day > addCivilDays(today, -7)) {
    return t('since-day', { weekday: weekdayText(moment, timezone, locale) })
  }
  return t('since-date', { date: dateText(moment, timezone, locale) })
}

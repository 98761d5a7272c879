import { computed } from '@preact/signals'

import { now, timezone } from '../store/clock.ts'
import { intlLocale, texts } from '../store/settings.ts'

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(intlLocale.value, { timeZone: timezone.value, ...options })

const timeFormat = computed(() => format({ hour: '2-digit', minute: '2-digit' }))
const dayFormat = computed(() => format({ day: 'numeric', month: 'long' }))
const yearFormat = computed(() => format({ day: 'numeric', month: 'long', year: 'numeric' }))
const shortFormat = computed(() => format({ day: 'numeric', month: 'short' }))
const weekdayFormat = computed(() => format({ weekday: 'short' }))
const longFormat = computed(() =>
  format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
)
// Indonesian alone knows WIB, WITA and WIT; other zones are offsets in any language.
const zoneFormat = computed(
  () =>
    new Intl.DateTimeFormat('id-ID', {
      timeZone: timezone.value,
      timeZoneName: 'short',
      hour: 'numeric',
    }),
)
const numberFormat = computed(() => new Intl.NumberFormat(intlLocale.value))

export const count = (n: number): string => numberFormat.value.format(n)

export const timeText = (seconds: number): string => timeFormat.value.format(seconds * 1000)

/** WITA and its like, or an offset. */
export function zoneText(): string {
  const named = zoneFormat.value.formatToParts(now.value)
  return named.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

export const longDate = (ms: number): string => longFormat.value.format(ms)

const days = new Map<string, string>()

/** A day as `2026-11-23` in the phones' zone. Zones differ by quarters of an hour, so that is how it is remembered. */
export function dayOf(seconds: number): string {
  const zone = timezone.value
  const key = `${zone} ${Math.floor(seconds / 900)}`
  const known = days.get(key)
  if (known !== undefined) return known
  const day = dayKeyFormat.value.format(seconds * 1000)
  days.set(key, day)
  return day
}

const dayKeyFormat = computed(
  () =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone.value,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
)

const DAY_SECONDS = 86_400

/** The line between two days: today and yesterday by name, older years with the year. */
export function dateLine(seconds: number): string {
  const today = now.value / 1000
  const day = dayOf(seconds)
  if (day === dayOf(today)) return texts.value.chat.today
  if (day === dayOf(today - DAY_SECONDS)) return texts.value.chat.yesterday
  const sameYear = day.slice(0, 4) === dayOf(today).slice(0, 4)
  return (sameYear ? dayFormat : yearFormat).value.format(seconds * 1000)
}

/** As a list of chats says when: the time of today, the day of this week, or the date. */
export function listTime(seconds: number): string {
  const today = now.value / 1000
  if (dayOf(seconds) === dayOf(today)) return timeText(seconds)
  if (today - seconds < 6 * DAY_SECONDS) return weekdayFormat.value.format(seconds * 1000)
  return shortFormat.value.format(seconds * 1000)
}

export function sizeText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  let size = bytes
  let at = 0
  while (size >= 1000 && at < units.length - 1) {
    size /= 1024
    at += 1
  }
  const digits = at === 0 || size >= 100 ? 0 : 1
  const formatted = new Intl.NumberFormat(intlLocale.value, { maximumFractionDigits: digits })
  return `${formatted.format(size)} ${units[at] ?? ''}`
}

import type { Cell, CellUnit } from '../../../contract.ts'

export type Locale = 'id' | 'en'

/** How numbers, days and moments are written in one language. */
export interface Forms {
  /** A cell as one line of text; a dash where there is none. */
  cell(cell: Cell, unit: CellUnit): string
  number(value: number, digits?: number): string
  /** 412 dari 530. */
  counted(rate: { readonly n: number; readonly of: number }): string
  /** A share of 0 to 1: 77,7%. */
  share(value: number): string
  /** 23 Nov 2026; without the year on an axis. */
  day(civil: string, form?: 'long' | 'axis'): string
  /** 10.42 in Indonesian, 10:42 in English. */
  time(moment: Date): string
}

const tags = { id: 'id-ID', en: 'en-GB' } as const
const words = {
  id: { of: 'dari', minutes: 'mnt', hours: 'jam', days: 'hari' },
  en: { of: 'of', minutes: 'min', hours: 'h', days: 'd' },
} as const

export const NOTHING = '–'

export function createForms(locale: Locale): Forms {
  const tag = tags[locale]
  const say = words[locale]
  const number = (value: number, digits = 1): string =>
    new Intl.NumberFormat(tag, { maximumFractionDigits: digits }).format(value)
  const share = (value: number): string =>
    new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }).format(value)
  const counted: Forms['counted'] = ({ n, of }) => `${number(n)} ${say.of} ${number(of)}`
  // A civil day has no zone: it is read and written in UTC.
  const longDay = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const axisDay = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })

  function day(civil: string, form: 'long' | 'axis' = 'long'): string {
    const at = new Date(`${civil}T00:00:00Z`)
    if (Number.isNaN(at.getTime())) return civil
    return (form === 'axis' ? axisDay : longDay).format(at)
  }

  /** Whole minutes below an hour, and no more than two words above it. */
  function minutes(value: number): string {
    if (value < 10) return `${number(value)} ${say.minutes}`
    const whole = Math.round(value)
    if (whole < 60) return `${whole} ${say.minutes}`
    if (whole < 24 * 60) {
      const rest = whole % 60
      const hours = `${Math.floor(whole / 60)} ${say.hours}`
      return rest === 0 ? hours : `${hours} ${rest} ${say.minutes}`
    }
    return `${number(value / (24 * 60))} ${say.days}`
  }

  function cell(value: Cell, unit: CellUnit): string {
    if (value === null) return NOTHING
    if (typeof value === 'object') {
      return value.of === 0 ? counted(value) : `${share(value.n / value.of)} (${counted(value)})`
    }
    if (typeof value === 'string') {
      if (unit === 'day') return day(value)
      if (unit === 'moment') {
        const at = new Date(value)
        return Number.isNaN(at.getTime()) ? value : moment.format(at)
      }
      return value
    }
    if (unit === 'minutes') return minutes(value)
    if (unit === 'rate') return share(value)
    return number(value, unit === 'number' ? 2 : 1)
  }

  return { cell, number, counted, share, day, time: (at) => time.format(at) }
}

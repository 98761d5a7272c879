import { isCalendarDate } from '../../content/index.ts'
import type { CivilDay } from '../../learning/index.ts'
import { periodNamed, type Period } from '../../reports/index.ts'

/**
 * A period as a button holds it: `d` today, `w` this week, `m` this month, `a` all time, or its two
 * days as yymmddyymmdd. The named ones move with the day on which the button is pressed.
 */
export type PeriodCode = string

const named = { d: 'today', w: 'week', m: 'month', a: 'all' } as const

export const DEFAULT_PERIOD: PeriodCode = 'm'

function isNamed(code: string): code is keyof typeof named {
  return Object.hasOwn(named, code)
}

export function codeOf({ from, to }: Period): PeriodCode {
  return [from, to].map((day) => day.slice(2).replaceAll('-', '')).join('')
}

/** @returns undefined for what is no period: anybody can forge a button */
export function periodOf(code: PeriodCode, today: CivilDay): Period | undefined {
  if (isNamed(code)) return periodNamed(named[code], today)
  const [, from, to] = /^(\d{6})(\d{6})$/.exec(code) ?? []
  if (from === undefined || to === undefined) return undefined
  const [first, last] = [dayOf(from), dayOf(to)]
  const both = isCalendarDate(first, 'day') && isCalendarDate(last, 'day')
  return both && first <= last ? { from: first, to: last } : undefined
}

function dayOf(digits: string): CivilDay {
  return `20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`
}

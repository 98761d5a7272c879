import { isCalendarDate } from '../../content/index.ts'
import { addCivilDays, type CivilDay } from '../../learning/index.ts'
import { rosterStates, type Period, type RosterState } from '../../reports/index.ts'
import type { Words } from './words/index.ts'

/** What a view is asked with, checked as far as it can be without the database. */
export interface ReadAsked {
  /** As it was asked for: whether there is such a unit, and in reach, is another question. */
  readonly unitId: string | undefined
  readonly period: Period
  /** The period was chosen, rather than being the one without which. */
  readonly chosen: boolean
  readonly trackId: string | undefined
  readonly state: RosterState | undefined
  readonly search: string
  /** From 1. */
  readonly page: number
}

/** What is wrong with a query, in words; they need the language. */
export type AskedProblem = (words: Words) => string

/** Longest query in characters: every name and word that can be chosen, written out, fits twice. */
const LONGEST_QUERY = 1500
const LONGEST_SEARCH = 100

/** The period without which: so many days, today included. */
const DEFAULT_DAYS = 28

const NAMES = ['unit', 'from', 'to', 'track', 'state', 'search', 'page'] as const
type Name = (typeof NAMES)[number]

/** @param url path and query of the request */
export function readAsked(url: string, today: CivilDay): ReadAsked | AskedProblem {
  const begins = url.indexOf('?')
  const query = begins < 0 ? '' : url.slice(begins + 1)
  if (query.length > LONGEST_QUERY) return ({ wrong }) => wrong.length
  const given: Partial<Record<Name, string>> = {}
  for (const [name, value] of new URLSearchParams(query)) {
    const short = name.slice(0, 40)
    if (!isName(name)) return ({ wrong }) => wrong.unknown(short)
    if (given[name] !== undefined) return ({ wrong }) => wrong.twice(short)
    given[name] = value
  }
  const period = periodIn(given, today)
  if (typeof period === 'function') return period
  const { state, page = '1', search = '' } = given
  if (search.length > LONGEST_SEARCH) return ({ wrong }) => wrong.length
  if (!/^[1-9]\d{0,6}$/.test(page)) return ({ wrong }) => wrong.page
  if (state !== undefined && state !== '' && !isState(state)) {
    return ({ wrong }) => wrong.state(state.slice(0, 40))
  }
  return {
    unitId: filled(given.unit),
    period,
    chosen: given.from !== undefined && given.from !== '',
    trackId: filled(given.track),
    state: state !== undefined && isState(state) ? state : undefined,
    search: search.trim(),
    page: Number(page),
  }
}

function periodIn(
  { from = '', to = '' }: Partial<Record<Name, string>>,
  today: CivilDay,
): Period | AskedProblem {
  if (from === '' && to === '') return { from: addCivilDays(today, 1 - DEFAULT_DAYS), to: today }
  if (from === '' || to === '') return ({ wrong }) => wrong.half
  const none = [from, to].find((day) => !/^20\d\d-/.test(day) || !isCalendarDate(day, 'day'))
  if (none !== undefined) return ({ wrong }) => wrong.noDay(none.slice(0, 40))
  return from <= to ? { from, to } : ({ wrong }) => wrong.turned
}

/** The period of the same length right before one. */
export function periodBefore({ from, to }: Period): Period {
  const days = daysOf({ from, to })
  return { from: addCivilDays(from, -days), to: addCivilDays(from, -1) }
}

/** Days of a period, both ends included. */
export function daysOf({ from, to }: Period): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}

function isName(name: string): name is Name {
  return (NAMES as readonly string[]).includes(name)
}

function isState(state: string): state is RosterState {
  return (rosterStates as readonly string[]).includes(state)
}

/** A field of a form that was left empty asks for nothing. */
function filled(value: string | undefined): string | undefined {
  return value === '' ? undefined : value
}

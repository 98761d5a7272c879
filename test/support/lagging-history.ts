import fc from 'fast-check'
import { addCivilDays, civilDay } from '../../src/learning/index.ts'
import type { RosterState } from '../../src/reports/index.ts'

/** Days before the first of the random moments: what a history of a month and a half can hold. */
const DAYS = 45
export const FIRST = '2026-10-12'
const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
/** The organisation, a school below it that works on Saturdays, and an agency. */
export const UNITS = ['office', 'school', 'office'] as const
export const LESSONS = 3

const day = fc.integer({ min: 0, max: DAYS + 10 }).map((n) => addCivilDays(FIRST, n))
const span = fc.tuple(day, fc.nat(12)).map(([first, length]) => ({
  first,
  last: addCivilDays(first, length),
}))

/** What decides, and what must not: a lesson that never arrived, a pause that is over, another's leave. */
const person = fc.record({
  unit: fc.nat(UNITS.length - 1),
  zone: fc.constantFrom(...ZONES),
  weekly: fc.boolean(),
  leader: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  joining: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  moved: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  reachable: fc.integer({ min: 0, max: 6 }).map((n) => n > 0),
  paused: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  started: fc.boolean(),
  /** From the first lesson on, those of a bundle: open, answered, or written and not arrived. */
  dueDay: fc.option(day, { nil: null, freq: 6 }),
  bundle: fc.array(fc.constantFrom('open', 'open', 'answered', 'unsent'), {
    minLength: 1,
    maxLength: LESSONS,
  }),
  leaves: fc.array(span, { maxLength: 3 }),
  pauses: fc.uniqueArray(span, { maxLength: 2, selector: ({ first }) => first }),
})
export type Somebody = typeof person extends fc.Arbitrary<infer T> ? T : never
export type History = readonly (Somebody & { readonly id: string })[]

export const history = fc
  .array(person, { minLength: 20, maxLength: 30 })
  .map((all) => all.map((one) => ({ ...one, id: crypto.randomUUID() })))
export const moment = fc
  .tuple(fc.integer({ min: DAYS, max: DAYS + 7 }), fc.nat(23))
  .map(
    ([days, hour]) =>
      new Date(Date.parse(`${addCivilDays(FIRST, days)}T00:30:00Z`) + hour * 3600_000),
  )

/** The roster has one state for a leave and a pause, and says it of a leave without an open lesson too. */
export function stateOf(one: Somebody, reason: string | undefined, now: Date): RosterState {
  const today = civilDay(one.zone, now)
  if (reason === 'blocked') return 'unreachable'
  if (reason === 'paused' || reason === 'away') return 'paused'
  if (one.leaves.some(({ first, last }) => first <= today && today <= last)) return 'paused'
  return reason === undefined ? 'active' : 'lagging'
}

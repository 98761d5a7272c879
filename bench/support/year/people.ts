import type { Catalogue, Lesson } from '../../../src/content/index.ts'
import { jobRoles } from '../../../src/people/index.ts'
import { chanceOf, draws, normal, type Chance } from './chance.ts'
import { DAYS, dayName, weekday } from './days.ts'

/** Days away, with the day on which the system is told of them. */
export interface YearLeave {
  readonly first: number
  readonly last: number
  readonly knownFrom: number
  readonly sudden: boolean
}

/** Somebody who lives through the year, with habits of their own. */
export interface YearPerson {
  readonly index: number
  readonly timezone: string
  readonly calendarId: 'office' | 'six-days'
  readonly lessonMinute: number
  readonly jobRole: string
  readonly sector: string | null
  readonly course: readonly Lesson[]
  readonly joins: number
  /** Answers nothing from this day on; beyond the year: never stops. */
  readonly quits: number
  readonly leaves: readonly YearLeave[]
  /** The probability of turning to the bot on a day, by weekday. */
  readonly turns: readonly number[]
  /** The probability that a review that stands open is answered then. */
  readonly answersReview: number
}

const between = (low: number, high: number, value: number): number =>
  Math.min(high, Math.max(low, value))

function pick<T>(items: readonly T[], share: number): T {
  const item = items[Math.min(items.length - 1, Math.floor(share * items.length))]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}

const ZONES = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Makassar', 'Asia/Makassar', 'Asia/Jayapura']
const HOURS = [7 * 60 + 30, 9 * 60, 9 * 60, 12 * 60, 16 * 60]
const SECTORS = ['desa', 'dukcapil', 'guru', 'kesehatan', 'pariwisata', null]

/** So many civil days before it begins, somebody enters a leave; sickness on its first morning. */
const ENTERED_BEFORE = 7

export function yearPeople(catalogue: Catalogue, count: number, seed: number): YearPerson[] {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, (_, index) => yearPerson(catalogue, index, chance))
}

function yearPerson(catalogue: Catalogue, index: number, chance: Chance): YearPerson {
  const place = (n: number): number => chance(draws.place, index, n)
  const habit = (n: number): number => chance(draws.habit, index, n)
  const jobRole = pick(jobRoles, place(1))
  const sector = pick(SECTORS, place(2))
  // From rarely to nearly always; most on seven or eight days of ten.
  const eager = between(0.12, 0.97, 0.72 + 0.2 * normal(chance, draws.habit, index, 1))
  const onDayOff = 0.3 * habit(2) ** 2
  const turns = Array.from({ length: 7 }, (_, day) => {
    const own = 0.85 + 0.3 * chance(draws.weekday, index, day)
    const workday = day >= 1 && day <= 5
    return between(0, 0.98, workday ? eager * own * (day === 5 ? 0.9 : 1) : onDayOff)
  })
  return {
    index,
    timezone: pick(ZONES, place(3)),
    calendarId: place(4) < 0.3 ? 'six-days' : 'office',
    lessonMinute: pick(HOURS, place(5)),
    jobRole,
    sector,
    course: courseOf(catalogue, jobRole, sector),
    joins: 4 + Math.floor(28 * place(6)),
    quits: habit(3) < 0.1 ? Math.floor(DAYS * habit(4)) : DAYS + 1,
    leaves: leavesOf(index, chance),
    turns,
    answersReview: between(0.4, 1, 0.85 + 0.12 * normal(chance, draws.habit, index, 5)),
  }
}

/** Common track, then those of role and sector, in the catalogue's order: one course. */
function courseOf(catalogue: Catalogue, jobRole: string, sector: string | null): Lesson[] {
  return catalogue.tracks
    .filter(
      ({ for: whom }) =>
        whom.kind === 'common' ||
        ('value' in whom && (whom.value === jobRole || whom.value === sector)),
    )
    .flatMap(({ lessons }) => lessons)
}

/** Annual leave in up to three parts of one to two weeks, and up to three spells of sickness. */
function leavesOf(index: number, chance: Chance): YearLeave[] {
  const annual = Array.from({ length: Math.floor(4 * chance(draws.leave, index)) }, (_, n) => {
    const first = Math.floor(DAYS * chance(draws.leave, index, n, 1))
    const last = first + 3 + Math.floor(11 * chance(draws.leave, index, n, 2))
    return { first, last, knownFrom: Math.max(0, first - ENTERED_BEFORE), sudden: false }
  })
  const sick = Array.from({ length: Math.floor(4 * chance(draws.sickness, index)) }, (_, n) => {
    const first = Math.floor(DAYS * chance(draws.sickness, index, n, 1))
    const last = first + Math.floor(4 * chance(draws.sickness, index, n, 2))
    return { first, last, knownFrom: first, sudden: true }
  })
  return [...annual, ...sick].toSorted((a, b) => a.first - b.first || a.last - b.last)
}

export const isAway = ({ leaves }: YearPerson, day: number): boolean =>
  leaves.some(({ first, last }) => first <= day && day <= last)

/** Leaves that the system knows of on a day and that are not over, as it holds them. */
export function knownLeaves(
  { leaves }: YearPerson,
  day: number,
): { readonly first: string; readonly last: string }[] {
  return leaves
    .filter(({ knownFrom, last }) => knownFrom <= day && last >= day - 1)
    .map(({ first, last }) => ({ first: dayName(first), last: dayName(last) }))
}

/** Whether the person turns to the bot on a day, and answers what stands open. */
export function turnsTo(person: YearPerson, day: number, chance: Chance): boolean {
  if (day >= person.quits || day < person.joins) return false
  const share = isAway(person, day) ? 0.05 : (person.turns[weekday(day)] ?? 0)
  return chance(draws.engaged, person.index, day) < share
}

import { addCivilDays } from '../../../src/learning/index.ts'

/** The year that is lived: the one whose days off are shipped. */
export const YEAR = 2026

const FIRST_DAY = `${YEAR}-01-01`

/** Days of the year and a year beyond, since questions come again up to a year later. */
const names = Array.from({ length: 760 }, (_, i) => addCivilDays(FIRST_DAY, i))
const numbers = new Map(names.map((name, i) => [name, i]))

export const DAYS = 365

/** The civil day with a number; 0 is the first of January. */
export function dayName(day: number): string {
  const name = names[day]
  if (name === undefined) throw new RangeError(`No day ${day}`)
  return name
}

export function dayNumber(name: string): number {
  const day = numbers.get(name)
  if (day === undefined) throw new RangeError(`No day ${name}`)
  return day
}

/** 0 Sunday … 6 Saturday; the first of January 2026 is a Thursday. */
export const weekday = (day: number): number => (day + 4) % 7

/** The last day of each month. */
export const monthEnds = names.flatMap((_, i) =>
  i < DAYS && names[i + 1]?.endsWith('-01') === true ? [i] : [],
)

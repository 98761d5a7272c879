import { weekdayOf, type CivilDay } from '../learning/index.ts'
import type { Rung } from './ladder.ts'

/** What a wording speaks of, without which it sleeps. */
type Need = 'nothing' | 'three_lessons' | 'friday'

interface Wording {
  /** The key of its text, behind `nudge-`; the same in each language, and kept with what it did. */
  readonly id: string
  readonly needs: Need
}

const LETTERS = 'abcdefghijklmno'

const of = (tone: Rung, needs: readonly Need[]): readonly Wording[] =>
  needs.map((need, i) => ({ id: `${tone}-${LETTERS.charAt(i)}`, needs: need }))

/** The wordings of each step. One that is taken out of use keeps its letter: what it did is kept. */
export const wordings: Readonly<Record<Rung, readonly Wording[]>> = {
  gentle: of('gentle', ['nothing', 'nothing', 'nothing', 'nothing', 'three_lessons']),
  fresh: of('fresh', ['nothing', 'nothing', 'nothing', 'nothing', 'friday']),
  review: of('review', ['nothing', 'nothing', 'nothing', 'nothing']),
  pause: of('pause', ['nothing', 'nothing', 'nothing', 'nothing']),
}

/** Some wordings of one step as a number with a bit for each letter. */
export function maskOf(ids: readonly string[]): number {
  return ids.reduce((mask, id) => mask | (1 << LETTERS.indexOf(id.slice(-1))), 0)
}

/** The ids of all wordings. */
export const wordingIds: readonly string[] = Object.values(wordings)
  .flat()
  .map(({ id }) => id)

/** What decides which wordings sleep. */
export interface Occasion {
  readonly day: CivilDay
  /** Lessons that the person has answered. */
  readonly answered: number
}

const FRIDAY = 5

const awake: Readonly<Record<Need, (occasion: Occasion) => boolean>> = {
  nothing: () => true,
  three_lessons: ({ answered }) => answered >= 3,
  friday: ({ day }) => weekdayOf(day) === FRIDAY,
}

/** The ids of the wordings of a step that are true on this occasion, in their order. */
export function awakeWordings(tone: Rung, occasion: Occasion): string[] {
  return wordings[tone].filter(({ needs }) => awake[needs](occasion)).map(({ id }) => id)
}

import type { Question } from '../../content/index.ts'
import type { ItemFigures } from './analyse-item.ts'

/** Below so many people nothing is said of a question but that they are too few (curriculum guide). */
export const LEAST_PEOPLE = 100

/** Of the corrected point-biserial: from here good, from there fair, below that to be revised. */
export const GOOD = 0.3
export const FAIR = 0.2

/** Shares of right answers between which a question is neither hard nor easy. */
const HARD = 0.3
const EASY = 0.7

/** A wrong option that fewer choose serves nobody; the rest may have been slips of the finger. */
const DEAD = 0.01

export type Difficulty = 'hard' | 'medium' | 'easy'

export type ItemFlag =
  /** Whoever knows the rest is wrong here more often than the others. */
  | {
      readonly kind: 'check-key'
      /** The wrong option that the upper group prefers more than any other; null: none. */
      readonly lure: string | null
    }
  /** It hardly tells who knows the rest from who does not. */
  | { readonly kind: 'revise' }
  /** Wrong options that nobody takes. */
  | { readonly kind: 'dead'; readonly options: readonly string[] }
  /** `scored` of `least`: too few to judge by. */
  | { readonly kind: 'few'; readonly scored: number; readonly least: number }

export function difficultyOf({ people, right }: ItemFigures): Difficulty | undefined {
  if (people === 0) return undefined
  const share = right / people
  return share < HARD ? 'hard' : share > EASY ? 'easy' : 'medium'
}

/** What an author should do about a question, the most pressing first; nothing: leave it. */
export function judgeItem(figures: ItemFigures, question: Question): ItemFlag[] {
  const { scored } = figures
  const dead = deadOptions(figures, question)
  return [
    ...(scored < LEAST_PEOPLE
      ? [{ kind: 'few', scored, least: LEAST_PEOPLE } as const]
      : discrimination(figures, question)),
    ...(dead.length === 0 ? [] : [{ kind: 'dead', options: dead } as const]),
  ]
}

function discrimination(figures: ItemFigures, question: Question): ItemFlag[] {
  const { correlation } = figures
  if (correlation !== null && correlation < 0) {
    return [{ kind: 'check-key', lure: lureOf(figures, question.answer) }]
  }
  // Everybody wrong or everybody right: nobody is told apart either.
  if (correlation !== null && correlation >= FAIR) return []
  // A golden rule may be known by everybody, and is asked all the same.
  if (question.tags.length > 0 && difficultyOf(figures) === 'easy') return []
  return [{ kind: 'revise' }]
}

function lureOf({ options }: ItemFigures, answer: string): string | null {
  const [first] = options
    .filter(({ key, upper, lower }) => key !== answer && upper > lower)
    .toSorted((a, b) => b.upper - b.lower - (a.upper - a.lower))
  return first?.key ?? null
}

function deadOptions({ people, options }: ItemFigures, { answer, texts }: Question): string[] {
  if (people < LEAST_PEOPLE) return []
  const chosen = new Map(options.map((option) => [option.key, option.people]))
  return texts.id.options
    .map(({ key }) => key)
    .filter((key) => key !== answer && (chosen.get(key) ?? 0) < DEAD * people)
}

/** What is to be put before what: the worst first, and last what cannot be judged yet. */
export function compareItems(a: Judged, b: Judged): number {
  const by = standingOf(a) - standingOf(b)
  if (by !== 0) return by
  const { figures: one, flags } = a
  const { figures: other } = b
  return flags[0]?.kind === 'few'
    ? other.scored - one.scored || other.people - one.people
    : (one.correlation ?? 0) - (other.correlation ?? 0)
}

interface Judged {
  readonly figures: ItemFigures
  readonly flags: readonly ItemFlag[]
}

function standingOf({ flags }: Judged): number {
  const kinds = flags.map(({ kind }) => kind)
  if (kinds.includes('check-key')) return 0
  if (kinds.includes('revise')) return 1
  if (kinds.includes('dead')) return 2
  return kinds.includes('few') ? 4 : 3
}

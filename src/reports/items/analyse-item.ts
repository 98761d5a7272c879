import type { Cell } from './cell.ts'
import { extremeGroups, weigh, type ExtremeGroups } from './extreme-groups.ts'

/** How often an option was chosen, by everybody and in the two groups. */
export interface OptionUse {
  readonly key: string
  readonly people: number
  /** Of the people with the highest and of those with the lowest rest scores; ties count in part. */
  readonly upper: number
  readonly lower: number
}

/** What is known of one version of a question. Every number has its meaning in docs/measures.md. */
export interface ItemFigures {
  /** People whose first answer to the question was to this version. */
  readonly people: number
  readonly right: number
  /** Of these people, those who met it when it came back, and not on the day of its lesson. */
  readonly later: number
  /** Of these people, those who answered enough else of the track to be compared. */
  readonly scored: number
  /** Corrected point-biserial; null: nothing varies, or there is nobody to compare. */
  readonly correlation: number | null
  /** People in each of the two groups; 0: too few for groups. */
  readonly group: number
  /** Options that anybody chose, by key. */
  readonly options: readonly OptionUse[]
  readonly certainty: { readonly asked: number; readonly sure: number; readonly sureWrong: number }
}

export const KELLEY = 0.27

/** @param share people of either group, as a part of those who are compared */
export function analyseItem(cells: readonly Cell[], share = KELLEY): ItemFigures {
  const groups = extremeGroups(cells, share)
  const keys = [...new Set(cells.map(({ option }) => option))].toSorted()
  const wrong = cells.filter(({ right }) => !right)
  return {
    people: total(cells, 'people'),
    right: total(cells, 'people') - total(wrong, 'people'),
    later: total(cells, 'later'),
    scored: total(scoredIn(cells), 'people'),
    correlation: pointBiserial(cells),
    group: groups?.size ?? 0,
    options: keys.map((key) => useOf(key, cells, groups)),
    certainty: {
      asked: total(cells, 'asked'),
      sure: total(cells, 'sure'),
      sureWrong: total(wrong, 'sure'),
    },
  }
}

/**
 * Pearson's correlation of right or wrong with the rest score: point-biserial, since one of the two
 * has two values; corrected, since the question is no part of the score (Henrysson 1963, "Correction
 * of item-total correlations in item analysis", Psychometrika 28:211-218).
 */
function pointBiserial(cells: readonly Cell[]): number | null {
  const scored = scoredIn(cells)
  const right = scored.filter((cell) => cell.right)
  const [n, n1] = [total(scored, 'people'), total(right, 'people')]
  // As deviations from the mean, which a sum of squares alone would lose to rounding.
  const mean = total(scored, 'sum') / n
  const spread = total(scored, 'squares') - n * mean * mean
  const split = (n1 * (n - n1)) / n
  if (n === 0 || split === 0 || spread <= n * FLAT) return null
  const together = total(right, 'sum') - n1 * mean
  return Math.max(-1, Math.min(1, together / Math.sqrt(spread * split)))
}

/** Variance of the rest score under which all stand equal and what is left is rounding. */
const FLAT = 1e-12

function useOf(key: string, cells: readonly Cell[], groups: ExtremeGroups | undefined): OptionUse {
  const chosen = (cell: Cell): boolean => cell.option === key
  return {
    key,
    people: total(cells.filter(chosen), 'people'),
    upper: groups === undefined ? 0 : weigh(groups.upper, chosen),
    lower: groups === undefined ? 0 : weigh(groups.lower, chosen),
  }
}

function scoredIn(cells: readonly Cell[]): Cell[] {
  return cells.filter(({ place }) => place !== null)
}

function total(
  cells: readonly Cell[],
  of: 'people' | 'sum' | 'squares' | 'later' | 'asked' | 'sure',
): number {
  return cells.reduce((sum, cell) => sum + cell[of], 0)
}

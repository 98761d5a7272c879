import type { MemorySettings } from '../memory.ts'
import { accuracyOf, addHistory, emptyTally, type Accuracy, type Tally } from './accuracy.ts'
import type { Fit } from './fit-weights.ts'
import type { History, PersonHistories } from './history.ts'

/** Parts into which people are divided. */
export const FOLDS = 5

export interface CrossValidated {
  readonly before: Accuracy
  readonly after: Accuracy
  /** Parts in which the fitted weights predicted at least as well, of `FOLDS`. */
  readonly foldsBetter: number
}

/**
 * What a fit is worth for people whom it has not seen: people are divided into parts, and each part
 * is predicted by weights that were fitted to the others. The present weights predict the same
 * answers; where an earlier fit made them, they have seen some, which favours them.
 */
export async function crossValidate(
  people: readonly PersonHistories[],
  settings: MemorySettings,
  fit: Fit,
  onProgress: (fold: number, share: number) => void,
): Promise<CrossValidated> {
  const before = emptyTally()
  const after = emptyTally()
  let foldsBetter = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    onProgress(fold, 0)
    const seen = people.filter((_, i) => i % FOLDS !== fold).flatMap(({ histories }) => histories)
    const unseen = people.filter((_, i) => i % FOLDS === fold).flatMap((one) => one.histories)
    const parameters = await fit(seen, (share) => onProgress(fold, share))
    const [was, is] = [emptyTally(), emptyTally()]
    addAll([before, was], unseen, settings)
    addAll([after, is], unseen, { ...settings, parameters })
    if (is.loss <= was.loss) foldsBetter++
  }
  return { before: accuracyOf(before), after: accuracyOf(after), foldsBetter }
}

function addAll(
  tallies: readonly Tally[],
  histories: readonly History[],
  settings: MemorySettings,
): void {
  for (const tally of tallies) {
    for (const history of histories) addHistory(tally, history, settings)
  }
}

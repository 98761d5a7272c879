import type * as Binding from '@open-spaced-repetition/binding'
import { UserError } from '../../../platform/errors.ts'
import { gradeNumber } from '../memory.ts'
import type { History } from './history.ts'

/** FSRS-6's 21 weights. */
export type Weights = readonly number[]

/** Fits weights to histories. @param onProgress a share, 0 to 1; not called by a short fit */
export type Fit = (
  histories: readonly History[],
  onProgress?: (share: number) => void,
) => Promise<Weights>

/** Elapsed milliseconds between two words on progress. */
const PROGRESS_MS = 1000

/**
 * The fit of the FSRS authors' own optimizer. It is native code: loaded when it is called, since
 * nothing else needs it. Steps of minutes are off, as in the scheduler, so the weights of same-day
 * answers stay zero.
 *
 * @throws UserError where there is no binary for this platform
 */
export const fitWeights: Fit = async (histories, onProgress) => {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await loadBinding()
  const dated = histories.flatMap(({ grades, begins, gaps }) => {
    const reviews = grades.map((g, i) => new FSRSBindingReview(gradeNumber(g), gaps[i] ?? 0))
    let day = begins
    // One item a review to be predicted, with all that came before it.
    return gaps.flatMap((gap, i) => {
      day += gap
      return gap > 0 ? [{ day, item: new FSRSBindingItem(reviews.slice(0, i + 1)) }] : []
    })
  })
  // The optimizer gives newer reviews more weight, and takes the order for their age.
  const items = dated.toSorted((a, b) => a.day - b.day).map(({ item }) => item)
  return computeParameters(items, {
    enableShortTerm: false,
    numRelearningSteps: 0,
    timeout: PROGRESS_MS,
    progress: (current, total) => {
      onProgress?.(total === 0 ? 0 : current / total)
      return true
    },
  })
}

async function loadBinding(): Promise<typeof Binding> {
  try {
    return await import('@open-spaced-repetition/binding')
  } catch (cause) {
    throw new UserError('The optimizer has no binary for this machine.', {
      hint: 'It comes with `npm ci` on Linux, macOS and Windows (x64, arm64); run the command on such a machine, with DATABASE_URL of this database.',
      cause,
    })
  }
}

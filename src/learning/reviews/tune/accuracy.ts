import { remember, retrievability, type Memory, type MemorySettings } from '../memory.ts'
import type { History } from './history.ts'

/** How well predictions meet answers; lower is better in both. */
export interface Accuracy {
  readonly reviews: number
  /** Mean of -ln of the probability that was given to what happened. */
  readonly logLoss: number
  /**
   * Root of the mean squared difference between predicted and actual share of right answers, over
   * groups of reviews with like gap, number of reviews and lapses, weighted by their size: "RMSE
   * (bins)" of the FSRS benchmark (open-spaced-repetition/srs-benchmark, README, "Metrics").
   */
  readonly rmse: number
}

interface Bin {
  count: number
  predicted: number
  known: number
}

/** Sums that grow history by history, so that nothing but the sums is held. */
export interface Tally {
  reviews: number
  loss: number
  readonly bins: Map<string, Bin>
}

export const emptyTally = (): Tally => ({ reviews: 0, loss: 0, bins: new Map() })

/** No prediction is so sure that one surprise weighs without bound. */
const SURE = 1e-4

/**
 * Adds a history, replayed by the very rule that schedules: each review is predicted from the
 * answers before it alone.
 */
export function addHistory(tally: Tally, history: History, settings: MemorySettings): void {
  let memory: Memory | null = null
  let reviews = 0
  let lapses = 0
  for (const [i, grade] of history.grades.entries()) {
    const gap = history.gaps[i] ?? 0
    if (memory !== null && gap > 0) {
      reviews++
      const known = grade === 'again' ? 0 : 1
      const raw = retrievability(memory, gap, settings)
      const predicted = Math.min(1 - SURE, Math.max(SURE, raw))
      tally.reviews++
      tally.loss -= Math.log(known === 1 ? predicted : 1 - predicted)
      addToBin(tally.bins, binOf(gap, reviews, lapses), predicted, known)
      lapses += 1 - known
    }
    memory = remember(memory, gap, grade, settings).memory
  }
}

function addToBin(bins: Tally['bins'], key: string, predicted: number, known: number): void {
  const bin = bins.get(key) ?? { count: 0, predicted: 0, known: 0 }
  bin.count++
  bin.predicted += predicted
  bin.known += known
  bins.set(key, bin)
}

/** The benchmark's bins: each a step on a scale that grows by a factor. */
function binOf(gap: number, reviews: number, lapses: number): string {
  const step = (value: number, factor: number): number =>
    value === 0 ? -1 : Math.floor(Math.log(value) / Math.log(factor))
  return [step(gap, 3.62), step(reviews + 1, 1.89), step(lapses, 1.73)].join(' ')
}

export function accuracyOf({ reviews, loss, bins }: Tally): Accuracy {
  const squares = [...bins.values()].reduce(
    (sum, { count, predicted, known }) => sum + (predicted - known) ** 2 / count,
    0,
  )
  return { reviews, logLoss: loss / reviews, rmse: Math.sqrt(squares / reviews) }
}

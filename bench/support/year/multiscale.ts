import type { MemoryModel, Variation } from './memory-model.ts'

/** Traces, each decaying so many times slower than the one before it (ν of the paper). */
const TRACES = 9
const SLOWER = 3

/** Weight of each trace against the one before it (ξ of the paper). */
const WEIGHT = 0.85

/** The fastest trace fades in so many days. */
const FASTEST_DAYS = 0.2

/** What a success adds, where a failure (and reading) adds 1. */
const SUCCESS = 1.5

/**
 * After M. C. Mozer, H. Pashler, N. Cepeda, R. Lindsey and E. Vul, "Predicting the optimal spacing of
 * study: a multiscale context model of memory", NIPS 22 (2009): a memory is a sum of traces that decay
 * exponentially on scales from hours to years, and an encounter adds to each trace the more, the
 * weaker the average of it and all faster ones is by then, so that spaced practice reaches the slow
 * ones. Simplified: one set of scales and weights for all material, persons and items stretch time,
 * a success teaches one and a half times as much as a failure (less than in the paper), and what was
 * learned at first is a base that stretches time too.
 */
export function multiscale(base: number): MemoryModel {
  const scales = Array.from({ length: TRACES }, (_, i) => FASTEST_DAYS * SLOWER ** i)
  const weights = scales.map((_, i) => WEIGHT ** i)
  return {
    name: 'multiscale',
    title: 'traces on many time scales (Mozer et al. 2009)',
    begin(strengths) {
      const traces = strengths.map(() => new Float64Array(TRACES))
      const last = strengths.map(() => 0)
      const stretch = strengths.map((strength) => Math.exp(base + strength))
      const faded = (question: number, time: number): Float64Array => {
        const days = Math.max(0, time - (last[question] ?? 0)) / (stretch[question] ?? 1)
        return (traces[question] ?? new Float64Array(TRACES)).map(
          (trace, i) => trace * Math.exp(-days / (scales[i] ?? 1)),
        )
      }
      const encounter = (question: number, time: number, gain: number): void => {
        const now = faded(question, time)
        let [sum, weight] = [0, 0]
        traces[question] = now.map((trace, i) => {
          sum += (weights[i] ?? 0) * trace
          weight += weights[i] ?? 0
          return trace + gain * Math.max(0, 1 - sum / weight)
        })
        last[question] = time
      }
      return {
        read: (question, time) => encounter(question, time, 1),
        asked: (question, time, recalled) => encounter(question, time, recalled ? SUCCESS : 1),
        recall(question, time) {
          const now = faded(question, time)
          let [sum, weight] = [0, 0]
          for (const [i, trace] of now.entries()) {
            sum += (weights[i] ?? 0) * trace
            weight += weights[i] ?? 0
          }
          return Math.min(1, sum / weight)
        },
      }
    },
  }
}

/** In logarithms of time. */
export const multiscaleVariation: Variation = { person: 0.5, item: 0.7 }

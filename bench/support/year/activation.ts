import type { MemoryModel, Variation } from './memory-model.ts'

/** Days to the model's seconds: between sessions its time runs slower (h of the paper). */
const SECONDS_A_DAY = 86_400 * 0.025

/** Two encounters within one sitting are so many of the model's seconds apart at the least. */
const LEAST_SECONDS = 60

/** The paper's fit: decay's intercept a and scale c, recall's threshold τ and noise s. */
const A = 0.177
const C = 0.217
const TAU = -0.704
const S = 0.255

/**
 * P. I. Pavlik and J. R. Anderson, "Practice and forgetting effects on vocabulary memory: an
 * activation-based model of the spacing effect", Cognitive Science 29 (2005): each encounter leaves
 * a trace that decays as a power of time, d = c·e^m + a, faster when the activation m was high
 * (whence the spacing effect); the activation is the logarithm of their sum, and recall is logistic
 * in it. Strengths of persons and items are added to the activation, and a base that sets how well a
 * lesson is learned at first: vocabulary pairs seen once, as in the paper, are learned worse.
 */
export function activation(base: number): MemoryModel {
  return {
    name: 'activation',
    title: 'traces that fade as a power of time (Pavlik & Anderson 2005)',
    begin(strengths) {
      const traces: { readonly at: number; readonly decay: number }[][] = strengths.map(() => [])
      const summed = (question: number, time: number): number =>
        (traces[question] ?? []).reduce((sum, { at, decay }) => {
          const age = Math.max(LEAST_SECONDS, (time - at) * SECONDS_A_DAY)
          return sum + age ** -decay
        }, 0)
      const encounter = (question: number, time: number): void => {
        // The activation before the encounter is that of the traces: the base is no practice.
        traces[question]?.push({ at: time, decay: C * summed(question, time) + A })
      }
      return {
        read: encounter,
        asked: encounter,
        recall(question, time) {
          const sum = summed(question, time)
          if (sum === 0) return 0
          const strength = base + (strengths[question] ?? 0)
          return 1 / (1 + Math.exp((TAU - Math.log(sum) - strength) / S))
        },
      }
    },
  }
}

export const activationVariation: Variation = { person: 0.2, item: 0.25 }

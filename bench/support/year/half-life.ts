import type { MemoryModel, Variation } from './memory-model.ts'

/** Weights of the square roots of right and wrong answers, in powers of two of the half-life. */
const RIGHT = 2
const WRONG = 0.5

/**
 * After B. Settles and B. Meeder, "A trainable spaced repetition model for language learning", ACL
 * (2016): forgetting is exponential, p = 2^(-Δ/h), and the half-life h depends on how often a
 * question was answered right and wrong, h = 2^(θ·x) with the square roots of both counts in x. When
 * the answers came does not matter: here spacing is worth nothing in itself. The paper fits weights
 * to each word; ours are one pair for all, chosen so that three right answers make the half-life four
 * times as long and wrong ones help a little (what was right is shown), and persons and items
 * multiply it.
 */
export function halfLife(base: number): MemoryModel {
  return {
    name: 'half-life',
    title: 'exponential, by counts of answers (Settles & Meeder 2016)',
    begin(strengths) {
      const met = strengths.map(() => ({ at: Number.NaN, right: 0, wrong: 0 }))
      return {
        read(question, time) {
          met[question] = { at: time, right: 0, wrong: 0 }
        },
        recall(question, time) {
          const { at, right, wrong } = met[question] ?? { at: Number.NaN, right: 0, wrong: 0 }
          if (Number.isNaN(at)) return 0
          const grown = RIGHT * (Math.sqrt(1 + right) - 1) + WRONG * (Math.sqrt(1 + wrong) - 1)
          const days = 2 ** (base + (strengths[question] ?? 0) + grown)
          return 2 ** (-Math.max(0, time - at) / days)
        },
        asked(question, time, recalled) {
          const { right, wrong } = met[question] ?? { right: 0, wrong: 0 }
          met[question] = recalled
            ? { at: time, right: right + 1, wrong }
            : { at: time, right, wrong: wrong + 1 }
        },
      }
    },
  }
}

/** In powers of two of the half-life. */
export const halfLifeVariation: Variation = { person: 0.6, item: 0.9 }

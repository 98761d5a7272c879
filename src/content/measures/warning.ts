import type { Problem } from '../problem.ts'

/** What a rule of this folder finds: nothing is broken, but a reader is served badly. */
export interface Warning extends Problem {
  readonly rule:
    | 'few-words'
    | 'long-sentences'
    | 'right-longest'
    | 'key-balance'
    | 'near-duplicate'
    | 'review-age'
  /** In the unit of the rule: words, percent or days. */
  readonly measured: number
  readonly limit: number
}

import type { Problem } from './problem.ts'

/** What became of an attempt to take up the lessons as they stand in the folder now. */
export type Reloaded =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'reloaded'
      /** Ids of lessons, in the order of the catalogue. */
      readonly added: readonly string[]
      readonly reworded: readonly string[]
      readonly withdrawn: readonly string[]
      /** Ids of questions whose spelling alone was corrected: their statistics go on. */
      readonly respelled: readonly string[]
      /** Ids of questions that ask something else now: their statistics begin anew. */
      readonly changed: readonly string[]
    }
  /** The catalogue that was live stays. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }

import type { LessonProblem } from './faults/lesson-fault.ts'

/** What became of an attempt to take up the lessons as they stand in the folder now. */
export type Reloaded =
  | { readonly kind: 'unchanged' }
  | ({ readonly kind: 'reloaded' } & CatalogueChange)
  /** The catalogue that was live stays. */
  | { readonly kind: 'refused'; readonly problems: readonly LessonProblem[] }

/** What is different about a new catalogue. Where only data changed that nobody sees, all are empty. */
export interface CatalogueChange {
  /** Ids of lessons, in the order of the catalogue. */
  readonly added: readonly string[]
  readonly reworded: readonly string[]
  /** Ids of lessons, in the order of the old catalogue. */
  readonly withdrawn: readonly string[]
  /** Ids of questions whose wording changed and not what they ask: their statistics go on. */
  readonly respelled: readonly string[]
  /** Ids of questions that ask something else now: their statistics begin anew. */
  readonly changed: readonly string[]
}

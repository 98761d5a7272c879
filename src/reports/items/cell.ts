/**
 * First attempts at one version of a question that are alike: the same option, by people who stand at
 * the same place. All that is reckoned of a question is reckoned from its cells.
 */
export interface Cell {
  /** The option's key. */
  readonly option: string
  readonly right: boolean
  /**
   * The rest score of these people (see items-store.ts) in whole hundredths: whoever has the same
   * stands equal. Null: they answered too little else to have one.
   */
  readonly place: number | null
  readonly people: number
  /** Sums of their rest scores as they are, and of the squares of these; 0 without a place. */
  readonly sum: number
  readonly squares: number
  /** Of these people, those who met the question when it came back, and not with its lesson. */
  readonly later: number
  /** Of these people, those who were asked how sure they were, and who were sure. */
  readonly asked: number
  readonly sure: number
}

/** A cell as the database gives it, in the order of the fields above. */
export type KeptCell = readonly [
  option: string,
  right: boolean,
  place: number | null,
  people: number,
  sum: number,
  squares: number,
  later: number,
  asked: number,
  sure: number,
]

export function cellOf(kept: KeptCell): Cell {
  const [option, right, place, people, sum, squares, later, asked, sure] = kept
  return { option, right, place, people, sum, squares, later, asked, sure }
}

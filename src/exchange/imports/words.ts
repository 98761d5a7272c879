/**
 * `asked`: to be looked at. `checked`: its dry run is there. `refused`: nothing can be made of it.
 * `wished`: to be carried out. `dropped`: another took its place, or nobody wished it in time.
 */
export type ImportState =
  | 'asked'
  | 'checked'
  | 'refused'
  | 'wished'
  | 'applied'
  | 'undone'
  | 'dropped'

export interface ImportSummary {
  readonly units: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** On the roster of a unit that the file names, and not in the file: left as they are. */
  readonly absent: number
  readonly claimed: number
  /** Lines that are wrong: with one nothing is carried out. */
  readonly faults: number
  readonly warnings: number
}

/** What would become of a line, or what is wrong with it; a text of the locales with its values. */
export interface Line {
  readonly line: number
  readonly kind: 'fault' | 'warning' | 'unit' | 'added' | 'changed'
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Why nothing can be made of a file: a text of the locales with its values. */
export interface Refusal {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
}

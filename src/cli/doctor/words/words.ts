import type { Check, Reason } from '../reasons.ts'

/** One line that says what is, and one how to mend it; `{name}` stands for a value. */
export interface Said {
  readonly what: string
  readonly how?: string
}

/** All that the examination says in one language. */
export interface Words {
  readonly titles: Readonly<Record<Check, string>>
  /** With how many are of each state. */
  readonly summary: string
  /** What each variable of the configuration expects; where one is left out, the program's own words. */
  readonly expected: Readonly<Record<string, string>>
  readonly said: Readonly<Record<Reason, Said>>
}

/** A part of what is said, in a file of its own. */
export type SomeSaid = Readonly<Partial<Record<Reason, Said>>>

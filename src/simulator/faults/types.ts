/** What goes wrong. */
export type Fault =
  /** Refused with 429; everything is then refused until `retryAfter` seconds have passed. */
  | { kind: 'tooManyRequests'; retryAfter: number }
  /** Refused with this error; descriptions default to Telegram's own. */
  | { kind: 'error'; code: 400 | 401 | 403 | 500 | 502; description?: string }
  /** Accepted, but the connection breaks before the response. */
  | { kind: 'dropResponse' }
  /** The connection is reset before anything was accepted. */
  | { kind: 'reset' }
  /** Handled after so many milliseconds of elapsed time. */
  | { kind: 'delay'; ms: number }

/** When it goes wrong: every condition that is given must hold. */
export interface FaultRule {
  fault: Fault
  /** Method names; without them every method but getUpdates. */
  methods?: readonly string[]
  chatIds?: readonly number[]
  /** The first, second… call that matches, counted from 1. */
  nth?: readonly number[]
  /** Only so often, 0 to 1; decided by the seed and the rule's own count, so it repeats. */
  probability?: number
  /** At most so many times. */
  times?: number
}

export type FaultPlan = readonly FaultRule[]

export interface Faults {
  /** Returns what takes the rule away again. */
  add(rule: FaultRule): () => void
  clear(): void
  /** The rules that stand, with how often each matched and fired. */
  list(): readonly { rule: FaultRule; matched: number; fired: number }[]
}

export interface FaultSource extends Faults {
  /** False when no rule stands, so that the common path pays nothing. */
  readonly active: boolean
  /** The first rule that fires for this call. */
  decide(method: string, chatId: number | null): Fault | undefined
}

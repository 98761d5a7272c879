/** What both sides can say about a demo: our ledgers, and the simulated Telegram. */
export interface Account {
  readonly people: number
  readonly lessonsSent: number
  readonly quizzesSent: number
  readonly reviewsSent: number
  readonly answers: number
  readonly correct: number
  readonly nudges: number
  readonly duplicates: number
  readonly uncertain: number
  /** Ledger: due without an honest end. Received: said to be sent, and never arrived. */
  readonly lost: number
  /** Ledger: updates whose handlers failed. Received: updates that nobody took. */
  readonly unhandled: number
}

/** Of which there must be none, whatever the other side says. */
const NONE: readonly (keyof Account)[] = ['lost', 'unhandled']

export interface Difference {
  readonly what: keyof Account
  readonly ledger: number
  readonly received: number
}

/** Where the two accounts differ, and what must not be there at all; empty: all is well. */
export function compareAccounts(ledger: Account, received: Account): Difference[] {
  return (Object.keys(ledger) as (keyof Account)[])
    .filter((what) => ledger[what] !== received[what] || (NONE.includes(what) && ledger[what] > 0))
    .map((what) => ({ what, ledger: ledger[what], received: received[what] }))
}

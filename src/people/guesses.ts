/** Wrong codes of one account so far. */
export interface Guesses {
  readonly wrong: number
  readonly blockedUntil: Date | null
  readonly lastAt: Date
}

/** So many mistakes are human. */
const FREE = 3

/** After a day without a mistake the count begins anew. */
const FORGET_MS = 24 * 3600_000

const LONGEST_MINUTES = 60

/** After the third mistake an account waits 1, 2, 4, … minutes, up to an hour, between two codes. */
export function afterWrongCode(before: Guesses | undefined, now: Date): Guesses {
  const forgotten = before === undefined || now.getTime() - before.lastAt.getTime() > FORGET_MS
  const wrong = forgotten ? 1 : before.wrong + 1
  const minutes = wrong < FREE ? 0 : Math.min(LONGEST_MINUTES, 2 ** (wrong - FREE))
  const blockedUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000)
  return { wrong, blockedUntil, lastAt: now }
}

/** Whole minutes that an account still has to wait; 0: it may try. */
export function minutesToWait(guesses: Guesses | undefined, now: Date): number {
  const until = guesses?.blockedUntil?.getTime() ?? 0
  return Math.max(0, Math.ceil((until - now.getTime()) / 60_000))
}

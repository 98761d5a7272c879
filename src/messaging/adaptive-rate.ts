/**
 * How the adaptive mode finds Telegram's limit, which is not published: a little faster with every
 * message that goes out, a good deal slower with each 429 (additive increase, multiplicative
 * decrease, as TCP does). Pure; the rate itself stands in Postgres, one for all workers.
 */

/** Telegram's limit for bulk without paid broadcast, messages a second (Bot FAQ): never above it. */
export const CEILING = 30

/** However often Telegram says no, one message a second still goes. */
export const FLOOR = 1

/** Where nothing is known yet: two thirds of the ceiling, so that a first broadcast is no shock. */
export const START = 20

/** What sending at a rate for one second adds to it: three messages a second in a minute. */
const STEP = 0.05

/** What is left of the rate after a 429. */
const KEPT = 0.8

/** Calls that were on their way at the first 429 are refused too: for so long they are the same no. */
const SETTLE_MS = 2000

/**
 * The rate after messages went out at it. It grows by what is sent and not by time: a quiet night
 * proves nothing about the limit.
 */
export function raised(rate: number, messages: number): number {
  return Math.min(CEILING, rate + (STEP * messages) / rate)
}

export interface Found {
  /** Messages a second. */
  readonly rate: number
  /** When it was last stepped back: elapsed milliseconds. */
  readonly steppedAtMs: number
}

/**
 * The rate after a 429. What comes while bulk already rests, or a moment later, is the same refusal
 * heard by another call or worker, and changes nothing.
 *
 * @param nowMs elapsed time, the same as of `steppedAtMs` and `pausedUntilMs`
 */
export function steppedBack(
  found: Found & { readonly pausedUntilMs: number },
  nowMs: number,
): Found {
  const { rate, steppedAtMs, pausedUntilMs } = found
  if (nowMs < Math.max(pausedUntilMs, steppedAtMs + SETTLE_MS)) return { rate, steppedAtMs }
  return { rate: Math.max(FLOOR, rate * KEPT), steppedAtMs: nowMs }
}

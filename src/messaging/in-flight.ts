/** Rows of one job at most, which is one lease: what the queue's payload allows. */
export const MOST_ROWS = 64

/** Bounds of what one worker holds in `sending`, and so of what a kill can leave uncertain. */
const LEAST_HELD = 64
const MOST_HELD = 256

/**
 * What one worker holds in `sending` at most: a quarter of a second of work, about what a lease, a
 * call to Telegram and a commit take together. Less would hold up the higher rates (64 rows at 100 ms
 * a call are 640 a second), more would only wait for its place.
 */
export function inFlightOf(totalPerSecond: number): number {
  return Math.min(MOST_HELD, Math.max(LEAST_HELD, Math.ceil(totalPerSecond / 4)))
}

/** Rows of one lease: about an eighth of a second of work, so that a stop need not wait for long. */
export function batchOf(sendRate: number): number {
  return Math.min(MOST_ROWS, Math.max(1, Math.floor(sendRate / 8)))
}

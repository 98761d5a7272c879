/** One row of the outbox, as the ledger has it in the end. */
export interface LedgerRow {
  /** Tells the message apart, in the ledger and where it arrived. */
  readonly mark: string
  readonly state: string
  /** How often the policy of its kind sent it again because nobody knew. */
  readonly resends: number
}

/** What the ledger says, against what the simulated Telegram received. */
export interface Sums {
  readonly planned: number
  readonly sent: number
  readonly uncertain: number
  readonly failed: number
  readonly cancelled: number
  /** Rows that have not come to an end. */
  readonly open: number
  /** Messages that arrived, each copy counted. */
  readonly received: number
  /** Neither arrived nor owned up to: the row says that it was sent, or says nothing yet. */
  readonly lost: number
  /** Copies beyond the first of a message. */
  readonly duplicates: number
  /** Sent again because the end of a try was uncertain. */
  readonly resent: number
  /** Arrived although the ledger says that it did not, or has never heard of it. */
  readonly unaccounted: number
}

/** Sets the two accounts against each other; `received` holds the mark of each message that arrived. */
export function sumsOf(ledger: readonly LedgerRow[], received: readonly string[]): Sums {
  const copies = new Map<string, number>()
  for (const mark of received) copies.set(mark, (copies.get(mark) ?? 0) + 1)
  const states = new Map<string, number>()
  const known = new Set<string>()
  let lost = 0
  let resent = 0
  let unaccounted = 0
  for (const { mark, state, resends } of ledger) {
    known.add(mark)
    states.set(state, (states.get(state) ?? 0) + 1)
    resent += resends
    const arrived = copies.get(mark) ?? 0
    const admits = state === 'uncertain' || state === 'failed' || state === 'cancelled'
    if (arrived === 0 && !admits) lost++
    if (arrived > 0 && (state === 'failed' || state === 'cancelled')) unaccounted += arrived
  }
  let duplicates = 0
  for (const [mark, count] of copies) {
    duplicates += count - 1
    if (!known.has(mark)) unaccounted += count
  }
  const count = (state: string): number => states.get(state) ?? 0
  return {
    planned: ledger.length,
    sent: count('sent'),
    uncertain: count('uncertain'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    open: count('pending') + count('sending'),
    received: received.length,
    lost,
    duplicates,
    resent,
    unaccounted,
  }
}

/** Elapsed milliseconds in which whoever notes arrivals did not run: they came in it, and are noted at its end. */
export interface Stall {
  readonly from: number
  readonly to: number
}

/**
 * The most that lie in any sliding window: what Telegram counts. What is noted at the end of a stall
 * came at some time of it, so that a window which begins there reaches back to its beginning.
 *
 * @param moments milliseconds, in any order
 * @param stalls  ascending
 */
export function peakOf(
  moments: readonly number[],
  stalls: readonly Stall[] = [],
  windowMs = 1000,
): number {
  const sorted = Float64Array.from(moments).sort()
  const begins = sorted.map((moment) => earliestOf(moment, stalls))
  let first = 0
  let peak = 0
  for (let last = 0; last < sorted.length; last++) {
    while ((sorted[last] ?? 0) - (begins[first] ?? 0) >= windowMs) first++
    peak = Math.max(peak, last - first + 1)
  }
  return peak
}

/** What is handled so soon after a stall had been waiting for its end. */
const BACKLOG_MS = 50

function earliestOf(moment: number, stalls: readonly Stall[]): number {
  const stall = stalls.findLast(({ from }) => from <= moment)
  return stall !== undefined && moment <= stall.to + BACKLOG_MS ? stall.from : moment
}

/** One line for whoever reads the run. */
export function lineOf(sums: Sums): string {
  return Object.entries(sums)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
}

/** Elapsed milliseconds after which an address' count begins anew. */
export const WINDOW_MS = 60_000

/** What one address has asked for since its minute began. */
export interface Spent {
  readonly sinceMs: number
  readonly count: number
}

/**
 * One more request of an address.
 *
 * @param options.most requests a minute
 * @returns `waitMs`: how long it must wait, 0 where it may
 */
export function spend(
  before: Spent | undefined,
  { nowMs, most }: { readonly nowMs: number; readonly most: number },
): { readonly spent: Spent; readonly waitMs: number } {
  const current =
    before !== undefined && nowMs - before.sinceMs < WINDOW_MS
      ? before
      : { sinceMs: nowMs, count: 0 }
  if (current.count >= most) {
    return { spent: current, waitMs: Math.max(1, current.sinceMs + WINDOW_MS - nowMs) }
  }
  return { spent: { ...current, count: current.count + 1 }, waitMs: 0 }
}

/** Addresses that are counted at a time; beyond them the one that came first is forgotten. */
const MOST_ADDRESSES = 20_000

/** Counts by address, in this process alone, and keeps none for longer than it must. */
export function createSpending(
  most: number,
  mostAddresses = MOST_ADDRESSES,
): (address: string, nowMs: number) => number {
  const addresses = new Map<string, Spent>()
  return (address, nowMs) => {
    const { spent, waitMs } = spend(addresses.get(address), { nowMs, most })
    // A new minute goes to the end: those at the front have the oldest.
    if (spent.count === 1) addresses.delete(address)
    addresses.set(address, spent)
    for (const [oldest, { sinceMs }] of addresses) {
      if (addresses.size <= mostAddresses && nowMs - sinceMs < WINDOW_MS) break
      addresses.delete(oldest)
    }
    return waitMs
  }
}

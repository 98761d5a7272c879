import { signal } from '@preact/signals'

import type { LedgerEntry } from './types.ts'

/** What the simulated Telegram accepted last, newest first. */
export const feed = signal<readonly LedgerEntry[]>([])
/** How many it accepted in all. */
export const accepted = signal(0)

const KEPT = 60

export function noteAccepted(entry: LedgerEntry): void {
  accepted.value = Math.max(accepted.peek(), entry.seq)
  feed.value = [entry, ...feed.peek()].slice(0, KEPT)
}

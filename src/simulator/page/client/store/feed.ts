import { signal } from '@preact/signals'

import { address, ask } from './api.ts'
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

/** What was accepted before the page looked. */
export async function loadFeed(): Promise<void> {
  const entries = await ask<LedgerEntry[]>(address(`/sim/ledger?limit=${KEPT}`))
  const newest = feed.peek()[0]?.seq ?? 0
  if ((entries.at(-1)?.seq ?? 0) < newest) return
  feed.value = entries.reverse()
  accepted.value = Math.max(accepted.peek(), entries[0]?.seq ?? 0)
}

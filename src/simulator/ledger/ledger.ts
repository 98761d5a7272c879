import type { LedgerEntry, MessageKind } from './entry.ts'

export interface LedgerFilter {
  method?: string
  chatId?: number
  kind?: MessageKind
  /** Only calls that made a message. */
  sent?: boolean
  responseDropped?: boolean
  /** Only entries after this one. */
  after?: number
  /** At most so many, the newest. */
  limit?: number
}

/** The account of what the simulated Telegram accepted: who received what, when, how often. */
export interface Ledger {
  /** How many were accepted since the start (the oldest entries may be gone). */
  readonly accepted: number
  entries(filter?: LedgerFilter): LedgerEntry[]
  /** How often each method was called with success, reading calls too. */
  counts(): Record<string, number>
  /** How often calls were refused, by `<method> <code>`. */
  refusals(): Record<string, number>
  /** Messages that the chat received (not edits), counted since the start. */
  received(chatId: number): number
  subscribe(listener: (entry: LedgerEntry) => void): () => void
}

export interface LedgerWriter extends Ledger {
  /** Takes the entry over and numbers it. */
  append(entry: LedgerEntry): void
  count(method: string): void
  refuse(method: string, code: number): void
}

/** `capacity` entries are kept; beyond it the oldest tenth goes. Counts are never lost. */
export function createLedger(capacity: number): LedgerWriter {
  let kept: LedgerEntry[] = []
  let accepted = 0
  const counts = new Map<string, number>()
  const refusals = new Map<string, number>()
  const received = new Map<number, number>()
  const listeners = new Set<(entry: LedgerEntry) => void>()
  const bump = <K>(map: Map<K, number>, key: K, by = 1): void => {
    map.set(key, (map.get(key) ?? 0) + by)
  }
  return {
    get accepted() {
      return accepted
    },
    append: (entry) => {
      accepted += 1
      entry.seq = accepted
      kept.push(entry)
      if (kept.length > capacity) kept = kept.slice(Math.ceil(capacity / 10))
      if (entry.kind !== null && entry.chatId !== null) {
        bump(received, entry.chatId, entry.messageIds?.length ?? 1)
      }
      for (const listener of listeners) listener(entry)
    },
    count: (method) => bump(counts, method),
    refuse: (method, code) => bump(refusals, `${method} ${code}`),
    entries: (filter = {}) => select(kept, filter),
    counts: () => Object.fromEntries(counts),
    refusals: () => Object.fromEntries(refusals),
    received: (chatId) => received.get(chatId) ?? 0,
    subscribe: (listener) => {
      const own = (entry: LedgerEntry): void => listener(entry)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}

function select(entries: readonly LedgerEntry[], filter: LedgerFilter): LedgerEntry[] {
  const method = filter.method?.toLowerCase()
  const first = entries[0]?.seq ?? 1
  const from = filter.after === undefined ? 0 : Math.max(0, filter.after - first + 1)
  const found = entries
    .slice(from)
    .filter(
      (entry) =>
        (method === undefined || entry.method.toLowerCase() === method) &&
        (filter.chatId === undefined || entry.chatId === filter.chatId) &&
        (filter.kind === undefined || entry.kind === filter.kind) &&
        (filter.sent !== true || entry.kind !== null) &&
        (filter.responseDropped === undefined || entry.responseDropped === filter.responseDropped),
    )
  if (filter.limit === undefined) return found
  return filter.limit <= 0 ? [] : found.slice(-filter.limit)
}

import type { LedgerEntry } from './ledger/entry.ts'

/**
 * What changed, in few words: whoever listens reads the rest from the state. Events of an offline
 * person's private chat are not sent; when the phone comes back, `sync` says to read it anew.
 */
export type SimulatorEvent =
  | { type: 'message' | 'edited'; botId: number; chatId: number; messageId: number }
  | { type: 'deleted'; botId: number; chatId: number; messageIds: number[] }
  | { type: 'action'; botId: number; chatId: number; action: string }
  | { type: 'sync'; botId: number; chatId: number }
  | { type: 'callback'; botId: number; personId: number; text: string; alert: boolean; url: string }
  | { type: 'person'; botId: number; personId: number }
  | { type: 'group'; botId: number; chatId: number }
  | { type: 'bot'; botId: number }
  | { type: 'accepted'; entry: LedgerEntry }
  | { type: 'fault'; method: string; chatId: number | null; fault: string }

export type EventListener = (event: SimulatorEvent) => void

export interface EventHub {
  /** False spares the making of an event that nobody hears. */
  readonly heard: boolean
  emit(event: SimulatorEvent): void
  /** Returns what ends the subscription. Listeners must not throw. */
  subscribe(listener: EventListener): () => void
}

export function createEventHub(): EventHub {
  const listeners = new Set<EventListener>()
  return {
    get heard() {
      return listeners.size > 0
    },
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener) => {
      // Wrapped, so that the same function may subscribe twice and leave once.
      const own: EventListener = (event) => listener(event)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}

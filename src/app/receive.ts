import { describeUpdate, storeUpdates } from '../messaging/index.ts'
import { maskUpdate } from '../privacy/index.ts'
import { keepNip } from './keep-nip.ts'
import type { Shared } from './wire-shared.ts'

/** Stores updates; when it resolves they are committed, and may be confirmed to Telegram. */
export type Receive = (updates: readonly unknown[]) => Promise<void>

/** How updates come in, by webhook and by polling alike. */
export function createReceive({ db, botId, config, clock, toHandle }: Shared): Receive {
  return async (updates) => {
    // Before anything is written: what a person typed about a person is stored nowhere.
    const masked = updates.map((update) => keepNip(update, maskUpdate(update), config.dataSecret))
    const described = masked.map(describeUpdate).filter((update) => update !== undefined)
    await storeUpdates(db, botId, described, clock.now())
    toHandle.ring()
  }
}

import { createIntake, describeUpdate, storeUpdates } from '../messaging/index.ts'
import { refusesData } from '../platform/db/index.ts'
import { maskUpdate } from '../privacy/index.ts'
import { INTAKE_PATIENCE_MS } from './infrastructure.ts'
import { keepNip } from './keep-nip.ts'
import type { Shared } from './wire-shared.ts'

/** Stores updates; when it resolves they are committed, and may be confirmed to Telegram. */
export type Receive = (updates: readonly unknown[]) => Promise<void>

/** How updates come in, by webhook and by polling alike. */
export function createReceive(shared: Shared): Receive {
  const { botId, config, clock, toHandle, infrastructure, counts } = shared
  const intake = createIntake({
    store: (updates) => storeUpdates(infrastructure.intake.db, botId, updates, clock.now()),
    refusesData,
    patienceMs: INTAKE_PATIENCE_MS,
  })
  return async (updates) => {
    // Before anything is written: what a person typed about a person is stored nowhere.
    const masked = updates.map((update) => keepNip(update, maskUpdate(update), config.dataSecret))
    const described = masked.map(describeUpdate).filter((update) => update !== undefined)
    await intake(described)
    counts.received(described.map(({ kind }) => kind))
    toHandle.ring()
  }
}

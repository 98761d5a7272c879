import { createFloodGate, createIntake, describeUpdate, storeUpdates } from '../messaging/index.ts'
import { refusesData } from '../platform/db/index.ts'
import { maskUpdate } from '../privacy/index.ts'
import { createCount } from './count-refusals.ts'
import { INTAKE_PATIENCE_MS } from './infrastructure.ts'
import { keepNip } from './keep-nip.ts'
import type { Config } from '../platform/config.ts'
import type { Db } from '../platform/db/index.ts'
import type { Shared } from './wire-shared.ts'

/** Stores updates; when it resolves they are committed, and may be confirmed to Telegram. */
export type Receive = (updates: readonly unknown[]) => Promise<void>

/** What receiving needs of the parts that all share. */
export interface Receiving extends Pick<Shared, 'botId' | 'clock' | 'log'> {
  readonly config: Pick<Config, 'updatesPerMinute' | 'dataSecret'>
  readonly toHandle: { ring(): void }
  readonly counts: Pick<Shared['counts'], 'received'>
  readonly infrastructure: { readonly intake: { readonly db: Db } }
}

/** How updates come in, by webhook and by polling alike. */
export function createReceive(shared: Receiving): Receive {
  const { botId, config, clock, log, toHandle, infrastructure, counts } = shared
  const dropped = createCount((count) => {
    log.warn({ count }, 'an update was dropped: its sender sends too many (UPDATES_PER_MINUTE)')
  })
  const held = createFloodGate({ most: config.updatesPerMinute, onDropped: dropped })
  const intake = createIntake({
    store: (updates) => storeUpdates(infrastructure.intake.db, botId, updates, clock.now()),
    refusesData,
    patienceMs: INTAKE_PATIENCE_MS,
  })
  const maskedBody = (body: unknown): unknown => keepNip(body, maskUpdate(body), config.dataSecret)
  return async (updates) => {
    const taken = held(updates.map(describeUpdate).filter((update) => update !== undefined))
    // Before anything is written: what a person typed about a person is stored nowhere.
    const masked = taken.map((update) => ({ ...update, body: maskedBody(update.body) }))
    await intake(masked)
    counts.received(masked.map(({ kind }) => kind))
    toHandle.ring()
  }
}

import type { Config } from '../platform/config.ts'
import type { Logger } from '../platform/logger.ts'
import {
  ALLOWED_UPDATES,
  createPoller,
  type Poller,
  type TelegramClient,
} from '../platform/telegram/index.ts'
import { WEBHOOK_PATH } from '../web/index.ts'

export interface ReceivingOptions {
  readonly config: Config
  readonly log: Logger
  readonly telegram: TelegramClient
  /** Must have stored the updates when it resolves. */
  readonly store: (updates: readonly unknown[]) => Promise<void>
}

/** By webhook when it has an address and a secret, by long polling otherwise. */
export async function receiveUpdates({
  config,
  log,
  telegram,
  store,
}: ReceivingOptions): Promise<Pick<Poller, 'stop'>> {
  if (config.publicUrl !== undefined && config.webhookSecret !== undefined) {
    const url = new URL(WEBHOOK_PATH, config.publicUrl).href
    await telegram.api.setWebhook(url, {
      secret_token: config.webhookSecret,
      allowed_updates: [...ALLOWED_UPDATES],
    })
    log.info('receiving by webhook')
    return { stop: () => Promise.resolve() }
  }
  await telegram.api.deleteWebhook()
  const poller = createPoller({ telegram, store, log })
  poller.start()
  return poller
}

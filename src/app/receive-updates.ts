import { holdAlone } from '../platform/db/index.ts'
import { ALLOWED_UPDATES, createPoller } from '../platform/telegram/index.ts'
import { WEBHOOK_PATH } from '../web/index.ts'
import type { Receive } from './receive.ts'
import type { Shared } from './wire-shared.ts'

/**
 * Long polling, where no webhook is set. Telegram gives a bot's updates to one caller only: of several
 * processes one polls, and the others stand by and handle what it stores.
 */
export function receiveUpdates(
  { config, log, telegram, db, botId, infrastructure }: Shared,
  receive: Receive,
): { stop(): Promise<void> } {
  if (isByWebhook(config)) return { stop: () => Promise.resolve() }
  return holdAlone({
    db,
    url: infrastructure.databases.appUrl,
    name: `poller-${botId}`,
    log,
    async begin() {
      await telegram.api.deleteWebhook()
      const poller = createPoller({ telegram, store: receive, log })
      poller.start()
      return poller
    },
  })
}

/** Whether updates come by webhook: it has an address and a secret. */
function isByWebhook({ publicUrl, webhookSecret }: Shared['config']): boolean {
  return publicUrl !== undefined && webhookSecret !== undefined
}

/** Tells Telegram where to push updates to. For whoever listens there, once it listens. */
export async function announceWebhook({ config, telegram, log }: Shared): Promise<void> {
  if (config.publicUrl === undefined || config.webhookSecret === undefined) return
  const url = new URL(WEBHOOK_PATH, config.publicUrl).href
  await telegram.api.setWebhook(url, {
    secret_token: config.webhookSecret,
    allowed_updates: [...ALLOWED_UPDATES],
  })
  log.info('receiving by webhook')
}

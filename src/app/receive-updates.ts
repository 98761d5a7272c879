import { holdAlone } from '../platform/db/index.ts'
import { ALLOWED_UPDATES, createPoller, forApi, insist } from '../platform/telegram/index.ts'
import { webhookUrl } from '../web/index.ts'
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
    begin() {
      const poller = createPoller({ telegram, store: receive, log })
      poller.start()
      return Promise.resolve(poller)
    },
  })
}

/** Whether updates come by webhook: it has an address and a secret. */
function isByWebhook({ publicUrl, webhookSecret }: Shared['config']): boolean {
  return publicUrl !== undefined && webhookSecret !== undefined
}

/**
 * Tells Telegram where to push updates to. For whoever listens there, once it listens. Several
 * processes may, at once: Telegram then asks some to wait for a second (429).
 *
 * @throws UserError when Telegram refuses the address, or cannot be reached for too long
 */
export async function announceWebhook(shared: Shared): Promise<void> {
  const { options, config, telegram, log } = shared
  if (config.publicUrl === undefined || config.webhookSecret === undefined) return
  const url = webhookUrl(config.publicUrl)
  const settings = {
    secret_token: config.webhookSecret,
    allowed_updates: [...ALLOWED_UPDATES],
  }
  await insist({
    method: 'setWebhook',
    ask: (signal) => telegram.api.setWebhook(url, settings, forApi(signal)),
    hint: `PUBLIC_URL must be an address that Telegram itself reaches: https, with a certificate that holds, at port 443, 80, 88 or 8443. It was told ${url}`,
    log,
    signal: options.signal ?? new AbortController().signal,
  })
  log.info('receiving by webhook')
}

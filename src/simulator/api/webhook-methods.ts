import { badRequest } from '../refusal.ts'
import { readAllowed, shownAllowed } from '../updates/allowed.ts'
import { flag, integer, text } from './params.ts'
import type { Call, Outcome } from './types.ts'

const MAX_SECRET = 256

/**
 * Plain HTTP is taken, as by a Bot API server in local mode; what is reached is up to whoever sets
 * the address.
 */
export function setWebhook(call: Call): Outcome {
  const { bot, params, webhook, longPoll } = call
  const url = text(params, 'url')
  if (url === '') return deleteWebhook(call)
  const address = /^[a-z]+:\/\//iu.test(url) ? url : `https://${url}`
  if (!URL.canParse(address) || !/^https?:/iu.test(address)) {
    throw badRequest('Invalid webhook URL specified')
  }
  const secret = text(params, 'secret_token')
  if (secret.length > MAX_SECRET) throw badRequest('Secret token is too long')
  if (!/^[\w-]*$/u.test(secret)) throw badRequest('Secret token contains unallowed characters')
  if (flag(params, 'drop_pending_updates')) bot.updates.clear()
  bot.updates.allowed = readAllowed(params.values['allowed_updates']) ?? bot.updates.allowed
  longPoll.endForWebhook()
  webhook.set({ url: address, secret, connections: integer(params, 'max_connections', 40, 1, 100) })
  return { result: true, effect: {} }
}

export function deleteWebhook({ bot, params, webhook }: Call): Outcome {
  if (flag(params, 'drop_pending_updates')) bot.updates.clear()
  webhook.remove()
  return { result: true, effect: {} }
}

export function getWebhookInfo({ bot, webhook }: Call): Outcome {
  const allowed = shownAllowed(bot.updates.allowed)
  const info = webhook.info()
  return { result: allowed === undefined ? info : { ...info, allowed_updates: allowed } }
}

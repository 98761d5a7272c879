import { Refusal } from '../refusal.ts'
import { readAllowed } from '../updates/allowed.ts'
import { MAX_POLL_S } from '../updates/long-poll.ts'
import { closeDuePolls } from '../world/poll.ts'
import { integer } from './params.ts'
import type { Call, Outcome } from './types.ts'

export async function getUpdates({ bot, params, longPoll, webhook, gone }: Call): Promise<Outcome> {
  if (webhook.info().url !== '') {
    throw new Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  }
  const offset = integer(params, 'offset', 0)
  const limit = integer(params, 'limit', 100, 1, 100)
  const seconds = integer(params, 'timeout', 0, 0, MAX_POLL_S)
  bot.updates.allowed = readAllowed(params.values['allowed_updates']) ?? bot.updates.allowed
  closeDuePolls(bot)
  return { result: await longPoll.poll(offset, limit, seconds, gone()) }
}

import { badRequest } from '../refusal.ts'
import { CALLBACK_LIFE_S } from '../updates/queue.ts'
import { flag, integer, text } from './params.ts'
import type { Call, Outcome } from './types.ts'

const MAX_ANSWER = 200

export function answerCallbackQuery({ bot, params }: Call): Outcome {
  const id = text(params, 'callback_query_id')
  const words = text(params, 'text')
  const alert = flag(params, 'show_alert')
  const url = text(params, 'url')
  integer(params, 'cache_time', 0)
  const press = bot.presses.get(id)
  const now = bot.world.clock.now().getTime()
  if (press === undefined || now - press.at > CALLBACK_LIFE_S * 1000) {
    throw badRequest('Query is too old and response timeout expired or query ID is invalid')
  }
  if (words.length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG')
  const person = bot.people.get(press.personId)
  person?.callbackAnswers.push({ callbackQueryId: id, text: words, alert, url, at: now })
  if (bot.world.events.heard && person?.online === true) {
    bot.world.events.emit({
      type: 'callback',
      botId: bot.me.id,
      personId: press.personId,
      text: words,
      alert,
      url,
    })
  }
  return { result: true, effect: { chatId: press.personId, text: words } }
}

import type { MenuButton } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import type { Bot } from '../world/state.ts'
import { tellBot } from './commands.ts'
import { isFields, requiredFields, requiredString } from './fields.ts'
import { has, json, text } from './params.ts'
import type { Params } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function setChatMenuButton({ bot, params }: Call): Outcome {
  const button = readButton(json(params, 'menu_button', 'menu button'))
  const key = readOwner(bot, params)
  if (button.type === 'default') bot.profile.menuButtons.delete(key)
  else bot.profile.menuButtons.set(key, button)
  tellBot(bot)
  return { result: true, effect: key === 0 ? {} : { chatId: key } }
}

export function getChatMenuButton({ bot, params }: Call): Outcome {
  const own = bot.profile.menuButtons.get(readOwner(bot, params))
  return { result: own ?? bot.profile.menuButtons.get(0) ?? { type: 'commands' } }
}

/** The private chat that is meant, 0 for all. */
function readOwner(bot: Bot, params: Params): number {
  if (!has(params, 'chat_id')) return 0
  const chat = findChat(bot, text(params, 'chat_id'), 'read')
  if (chat.person === null) throw badRequest('Invalid chat_id specified')
  return chat.id
}

function readButton(value: unknown): MenuButton {
  if (value === undefined) return { type: 'default' }
  if (!isFields(value)) {
    throw badRequest("Can't parse menu button: MenuButton must be an Object")
  }
  const type = requiredString(value, 'type')
  if (type === 'default' || type === 'commands') return { type }
  if (type === 'web_app') {
    const url = requiredString(requiredFields(value, 'web_app'), 'url')
    if (!/^https:\/\//iu.test(url)) throw badRequest('BUTTON_URL_INVALID')
    return { type, text: requiredString(value, 'text'), web_app: { url } }
  }
  throw badRequest("Can't parse menu button: MenuButton has unsupported type")
}

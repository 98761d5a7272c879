import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import type { Bot } from '../world/state.ts'
import { isFields, requiredInteger, requiredString } from './fields.ts'
import { json, text } from './params.ts'
import type { Params } from './params.ts'

const WIDE = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']

/** Where commands are kept: `<scope>[:<chat>[:<user>]]|<language>`. */
export function readCommandKey(bot: Bot, params: Params): string {
  return commandKey(readScope(bot, params), readLanguage(params))
}

export function commandKey(scope: string, language: string): string {
  return `${scope}|${language}`
}

/** `language_code`: two small letters, or none for everyone. */
export function readLanguage(params: Params): string {
  const language = text(params, 'language_code')
  if (language !== '' && !/^[a-z]{2}$/u.test(language)) {
    throw badRequest('Invalid language code specified')
  }
  return language
}

function readScope(bot: Bot, params: Params): string {
  const value = json(params, 'scope', 'BotCommandScope')
  if (value === undefined) return 'default'
  if (!isFields(value)) {
    throw badRequest("Can't parse BotCommandScope: BotCommandScope must be an Object")
  }
  const type = requiredString(value, 'type')
  if (WIDE.includes(type)) return type
  if (type !== 'chat' && type !== 'chat_administrators' && type !== 'chat_member') {
    throw badRequest("Can't parse BotCommandScope: Unsupported type specified")
  }
  const chatId = requiredString(value, 'chat_id')
  if (chatId === '') throw badRequest("Can't parse BotCommandScope: Empty chat_id specified")
  const chat = findChat(bot, chatId, 'read')
  if (type !== 'chat_member') return `${type}:${chat.id}`
  const userId = requiredInteger(value, 'user_id')
  if (userId <= 0) throw badRequest("Can't parse BotCommandScope: Invalid user_id specified")
  return `${type}:${chat.id}:${userId}`
}

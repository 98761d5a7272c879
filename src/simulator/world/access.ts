import { wholeNumber } from '../api/params.ts'
import { badRequest, forbidden, Refusal } from '../refusal.ts'
import type { Bot, Chat, StoredMessage } from './state.ts'

export type Access = 'read' | 'write'

/**
 * The chat that `chat_id` names, if the bot may do with it what it wants, or Telegram's refusal
 * (Client.cpp, check_chat and check_chat_access).
 */
export function findChat(bot: Bot, chatId: string, access: Access): Chat {
  if (chatId === '') throw badRequest('Chat_id is empty')
  const chat = chatId.startsWith('@')
    ? byUsername(bot, chatId.slice(1))
    : bot.chats.get(wholeNumber(chatId))
  if (chat === undefined) throw badRequest('Chat not found')
  if (chat.person !== null) {
    if (!chat.started) throw badRequest('Chat not found')
    if (access === 'write' && chat.person.deactivated) throw forbidden('user is deactivated')
    if (access === 'write' && chat.botStatus === 'kicked') {
      throw forbidden('bot was blocked by the user')
    }
    return chat
  }
  if (chat.upgradedTo !== null && access === 'write') {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat'
    throw new Refusal(400, description, { migrateToChatId: chat.upgradedTo })
  }
  const kind = `${chat.wire.type} chat`
  if (chat.botStatus === 'kicked') throw forbidden(`bot was kicked from the ${kind}`)
  if (chat.botStatus === 'left' && (access === 'write' || chat.wire.type === 'supergroup')) {
    throw forbidden(`bot is not a member of the ${kind}`)
  }
  return chat
}

/** Only groups are found by name: a bot cannot write to a person by username. */
function byUsername(bot: Bot, username: string): Chat | undefined {
  const wanted = username.toLowerCase()
  for (const chat of bot.chats.values()) {
    if (chat.person === null && chat.wire.username?.toLowerCase() === wanted) return chat
  }
  return undefined
}

/** The message in the chat, or "<what> not found". */
export function findMessage(chat: Chat, messageId: number, what: string): StoredMessage {
  const message = chat.messages.get(messageId)
  if (message === undefined) throw badRequest(`${what} not found`)
  return message
}

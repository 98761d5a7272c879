import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { removeMessages } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, Chat, StoredMessage } from '../world/state.ts'
import { integer, text } from './params.ts'
import { readMessageIds } from './message-ids.ts'
import type { Call, Outcome } from './types.ts'

/** Seconds of civil time. After that a message cannot be taken back for the other side. */
const DELETABLE_FOR_S = 48 * 3600

export function deleteMessage({ bot, params }: Call): Outcome {
  const chatId = text(params, 'chat_id')
  const messageId = integer(params, 'message_id', 0)
  if (chatId === '') throw badRequest('Chat identifier is not specified')
  if (messageId === 0) throw badRequest('Message identifier is not specified')
  const chat = findChat(bot, chatId, 'write')
  checkDeletable(bot, chat, findMessage(chat, messageId, 'Message to delete'))
  removeMessages(bot, chat, [messageId])
  return { result: true, effect: { chatId: chat.id, messageId } }
}

/** Those that are not found are passed over; one that is too old refuses the whole call. */
export function deleteMessages({ bot, params }: Call): Outcome {
  const ids = readMessageIds(params)
  const chat = findChat(bot, text(params, 'chat_id'), 'write')
  const found = ids.filter((id) => {
    const message = chat.messages.get(id)
    if (message !== undefined) checkDeletable(bot, chat, message)
    return message !== undefined
  })
  removeMessages(bot, chat, found)
  return { result: true, effect: { chatId: chat.id, messageIds: found } }
}

/** In private chats the bot may also take away what the person wrote, within the same time. */
function checkDeletable(bot: Bot, chat: Chat, message: StoredMessage): void {
  if (!message.fromBot && chat.person === null && chat.botStatus !== 'administrator') {
    throw badRequest("Message can't be deleted")
  }
  if (civilSeconds(bot.world) - message.wire.date > DELETABLE_FOR_S) {
    throw badRequest("Message can't be deleted for everyone")
  }
}

import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { storeMessage, takeMessageId, tellChange, wireOf } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Chat } from '../world/state.ts'
import { flag, has, integer, text } from './params.ts'
import type { Call, Outcome } from './types.ts'

/** Pins, and leaves the line in the chat that says so; the bot is told of its own pin too. */
export function pinChatMessage({ bot, params }: Call): Outcome {
  const chat = pinnable(findChat(bot, text(params, 'chat_id'), 'write'))
  const message = findMessage(chat, integer(params, 'message_id', 0), 'Message to pin')
  const id = message.wire.message_id
  unpin(chat, id)
  chat.pinned.push(id)
  const line: Message = {
    message_id: takeMessageId(bot, chat),
    from: bot.sender,
    chat: chat.wire,
    date: civilSeconds(bot.world),
    pinned_message: wireOf(bot, message),
  }
  storeMessage(bot, chat, {
    wire: line,
    fromBot: true,
    silent: flag(params, 'disable_notification'),
  })
  bot.updates.push('message', line as never, `message ${chat.id}`)
  tellChange(bot, chat, 'edited', id)
  return { result: true, effect: { chatId: chat.id, messageId: id } }
}

export function unpinChatMessage({ bot, params }: Call): Outcome {
  const chat = pinnable(findChat(bot, text(params, 'chat_id'), 'write'))
  const id = has(params, 'message_id') ? integer(params, 'message_id', 0) : chat.pinned.at(-1)
  if (id === undefined || !unpin(chat, id)) throw badRequest('Message to unpin not found')
  tellChange(bot, chat, 'edited', id)
  return { result: true, effect: { chatId: chat.id, messageId: id } }
}

export function unpinAllChatMessages({ bot, params }: Call): Outcome {
  const chat = pinnable(findChat(bot, text(params, 'chat_id'), 'write'))
  const ids = chat.pinned.splice(0)
  for (const id of ids) tellChange(bot, chat, 'edited', id)
  return { result: true, effect: { chatId: chat.id, messageIds: ids } }
}

/** In groups only administrators pin. */
function pinnable(chat: Chat): Chat {
  if (chat.person === null && chat.botStatus !== 'administrator') {
    throw badRequest('Not enough rights to manage pinned messages in the chat')
  }
  return chat
}

function unpin(chat: Chat, id: number): boolean {
  const index = chat.pinned.indexOf(id)
  if (index === -1) return false
  chat.pinned.splice(index, 1)
  return true
}

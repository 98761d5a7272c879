import type { InlineKeyboardMarkup, Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { tellChange, wireOf } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, Chat, StoredMessage } from '../world/state.ts'
import { integer, text } from './params.ts'
import type { Params } from './params.ts'
import type { Outcome } from './types.ts'

export interface EditTarget {
  chat: Chat
  message: StoredMessage
}

/** The bot's own message that an edit names. Inline messages do not exist in this simulation. */
export function findEdited(bot: Bot, params: Params): EditTarget {
  const chatId = text(params, 'chat_id')
  const messageId = integer(params, 'message_id', 0)
  if (chatId === '' && messageId === 0) {
    if (text(params, 'inline_message_id') === '') {
      throw badRequest('Message identifier is not specified')
    }
    throw badRequest('MESSAGE_ID_INVALID')
  }
  const chat = findChat(bot, chatId, 'write')
  const message = findMessage(chat, messageId, 'Message to edit')
  if (!message.fromBot || message.wire.forward_origin !== undefined) {
    throw badRequest("Message can't be edited")
  }
  return { chat, message }
}

/**
 * Puts the new content in place, or refuses as Telegram does when nothing would change.
 * A missing keyboard takes the old one away.
 */
export function applyEdit(
  bot: Bot,
  { chat, message }: EditTarget,
  content: Partial<Message>,
  dropped: readonly (keyof Message)[],
  markup: InlineKeyboardMarkup | undefined,
  words: string,
): Outcome {
  const next: Message = { ...message.wire }
  for (const name of dropped) delete next[name]
  Object.assign(next, content)
  delete next.reply_markup
  if (markup !== undefined) next.reply_markup = markup
  if (sameContent(message.wire, next)) {
    throw badRequest(
      'Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  }
  // A changed keyboard alone is not an edit that people see.
  const onlyMarkup = Object.keys(content).length === 0
  message.wire = onlyMarkup ? next : { ...next, edit_date: civilSeconds(bot.world) }
  message.markup = markup
  tellChange(bot, chat, 'edited', next.message_id)
  return {
    result: wireOf(bot, message),
    effect: { chatId: chat.id, messageId: next.message_id, text: words },
  }
}

function sameContent(before: Message, after: Message): boolean {
  const { edit_date: _, ...was } = before
  const { edit_date: __, ...becomes } = after
  return JSON.stringify(sorted(was)) === JSON.stringify(sorted(becomes))
}

/** By name, so that the order in which fields were set does not count. */
function sorted(message: object): unknown[] {
  return Object.entries(message).sort(([a], [b]) => (a < b ? -1 : 1))
}

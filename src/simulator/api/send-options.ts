import { badRequest } from '../refusal.ts'
import { findChat } from '../world/access.ts'
import type { AnyMarkup, Bot, Chat, StoredMessage } from '../world/state.ts'
import { formatText } from '../text/format-text.ts'
import { isFields, optionalFlag, optionalString, requiredInteger } from './fields.ts'
import { readMarkup } from './markup.ts'
import { flag, integer, json, text } from './params.ts'
import type { Params } from './params.ts'

/** What every sending method takes besides its content. */
export interface SendOptions {
  chat: Chat
  markup: AnyMarkup | undefined
  silent: boolean
  protect: boolean
  replyTo: StoredMessage | undefined
}

/** Reads them in the real server's order: reply and keyboard first, then the chat. */
export function readSendOptions(bot: Bot, params: Params): SendOptions {
  const reply = readReply(bot, params)
  const markup = readMarkup(params)
  const chat = findChat(bot, text(params, 'chat_id'), 'write')
  return {
    chat,
    markup,
    silent: flag(params, 'disable_notification'),
    protect: flag(params, 'protect_content'),
    replyTo: reply === undefined ? undefined : repliedMessage(chat, reply),
  }
}

interface Reply {
  messageId: number
  mayMiss: boolean
}

function readReply(bot: Bot, params: Params): Reply | undefined {
  const value = json(params, 'reply_parameters', 'reply parameters')
  if (value === undefined) {
    // The names from before Bot API 7.0, which clients still send.
    const messageId = integer(params, 'reply_to_message_id', 0)
    if (messageId <= 0) return undefined
    return { messageId, mayMiss: flag(params, 'allow_sending_without_reply') }
  }
  if (!isFields(value)) throw badRequest('Object expected as reply parameters')
  if (Object.keys(value).length === 0) return undefined
  const messageId = requiredInteger(value, 'message_id')
  const quote = optionalString(value, 'quote')
  if (quote !== '') {
    formatText(
      quote,
      optionalString(value, 'quote_parse_mode'),
      value['quote_entities'],
      (id) => bot.people.get(id)?.user,
    )
  }
  if (messageId <= 0) return undefined
  return { messageId, mayMiss: optionalFlag(value, 'allow_sending_without_reply') }
}

function repliedMessage(chat: Chat, { messageId, mayMiss }: Reply): StoredMessage | undefined {
  const message = chat.messages.get(messageId)
  if (message === undefined && !mayMiss) throw badRequest('Message to be replied not found')
  return message
}

import type { Message } from 'grammy/types'

import { elapsedMs } from '../../platform/elapsed.ts'
import { tooManyRequests } from '../refusal.ts'
import { storeMessage, takeMessageId, wireOf } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, Chat, PollState, StoredMessage } from '../world/state.ts'
import { inlineOf } from './markup.ts'
import type { SendOptions } from './send-options.ts'

/** Refuses with 429 when the chat or the bot has sent too much; books `count` messages if not. */
export function askPace(bot: Bot, chat: Chat, count = 1): void {
  const wait = bot.world.pace.ask(chat.id, elapsedMs(), count)
  if (wait > 0) throw tooManyRequests(wait)
}

/** The frame of a message by the bot; the caller adds its content and delivers it. */
export function newWire(bot: Bot, options: SendOptions): Message {
  const { chat, protect, replyTo } = options
  const wire: Message = {
    message_id: takeMessageId(bot, chat),
    from: bot.sender,
    chat: chat.wire,
    date: civilSeconds(bot.world),
  }
  if (replyTo !== undefined) {
    // A reply within a reply is not shown, as on the real server.
    const { reply_to_message: _, ...shown } = wireOf(bot, replyTo)
    wire.reply_to_message = shown as NonNullable<Message['reply_to_message']>
  }
  if (protect) wire.has_protected_content = true
  return wire
}

/** Puts the message into the chat. */
export function deliver(
  bot: Bot,
  options: SendOptions,
  wire: Message,
  poll?: PollState,
): StoredMessage {
  const inline = inlineOf(options.markup)
  if (inline !== undefined) wire.reply_markup = inline
  return storeMessage(bot, options.chat, {
    wire,
    fromBot: true,
    silent: options.silent,
    markup: options.markup,
    poll,
  })
}

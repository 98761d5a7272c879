import type { Message } from 'grammy/types'

import { closeIfDue, pollWire } from './poll.ts'
import type { AnyMarkup, Bot, Chat, PollState, StoredMessage } from './state.ts'

/** The message as the Bot API reports it now. */
export function wireOf(bot: Bot, stored: StoredMessage): Message {
  if (stored.poll === undefined) return stored.wire
  closeIfDue(bot, stored.poll)
  return { ...stored.wire, poll: pollWire(stored.poll) }
}

export interface NewMessage {
  wire: Message
  fromBot: boolean
  silent: boolean
  markup?: AnyMarkup | undefined
  poll?: PollState | undefined
}

/** The id that the chat's next message gets. */
export function takeMessageId(bot: Bot, chat: Chat): number {
  if (chat.nextMessageId !== null) {
    chat.nextMessageId += 1
    return chat.nextMessageId - 1
  }
  bot.nextMessageId += 1
  return bot.nextMessageId - 1
}

/** Puts a message into its chat and tells who listens. */
export function storeMessage(bot: Bot, chat: Chat, message: NewMessage): StoredMessage {
  const stored: StoredMessage = {
    wire: message.wire,
    fromBot: message.fromBot,
    silent: message.silent,
    markup: message.markup,
    poll: message.poll,
    reactions: undefined,
  }
  chat.messages.set(message.wire.message_id, stored)
  forgetOldest(chat.messages, bot.world.messagesPerChat)
  tellChange(bot, chat, 'message', message.wire.message_id)
  return stored
}

/**
 * Down to `capacity` once it is a tenth over it: a map finds its first key ever more slowly while
 * one after another is taken from its front.
 */
function forgetOldest(messages: Map<number, StoredMessage>, capacity: number): void {
  if (messages.size <= capacity * 1.1) return
  let over = messages.size - capacity
  for (const id of messages.keys()) {
    if (over-- <= 0) break
    messages.delete(id)
  }
}

/** Tells who listens of a new or edited message, unless the phone that shows it is offline. */
export function tellChange(
  bot: Bot,
  chat: Chat,
  type: 'message' | 'edited',
  messageId: number,
): void {
  if (!bot.world.events.heard || chat.person?.online === false) return
  bot.world.events.emit({ type, botId: bot.me.id, chatId: chat.id, messageId })
}

/** Removes messages for both sides. */
export function removeMessages(bot: Bot, chat: Chat, messageIds: readonly number[]): void {
  for (const id of messageIds) {
    chat.messages.delete(id)
    const pin = chat.pinned.indexOf(id)
    if (pin !== -1) chat.pinned.splice(pin, 1)
  }
  if (!bot.world.events.heard || chat.person?.online === false) return
  bot.world.events.emit({
    type: 'deleted',
    botId: bot.me.id,
    chatId: chat.id,
    messageIds: [...messageIds],
  })
}

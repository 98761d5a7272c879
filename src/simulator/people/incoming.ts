import type { Message, MessageEntity, Update, User } from 'grammy/types'

import { cleanText } from '../text/clean.ts'
import { addDetected } from '../text/detect.ts'
import { storeMessage, takeMessageId, wireOf } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, Chat, StoredMessage } from '../world/state.ts'

/** Telegram's limit for what a person types, in UTF-16 code units. */
const MAX_TYPED = 4096

/** A message by a person: into the chat, and to the bot unless it may not see it. */
export function receiveMessage(
  bot: Bot,
  chat: Chat,
  from: User,
  content: Partial<Message>,
  options: { replyTo?: number; hidden?: boolean } = {},
): StoredMessage {
  const wire: Message = {
    message_id: takeMessageId(bot, chat),
    from,
    chat: chat.wire,
    date: civilSeconds(bot.world),
    ...content,
  }
  const replied = options.replyTo === undefined ? undefined : chat.messages.get(options.replyTo)
  if (replied !== undefined) {
    const { reply_to_message: _, ...shown } = wireOf(bot, replied)
    wire.reply_to_message = shown as NonNullable<Message['reply_to_message']>
  }
  const stored = storeMessage(bot, chat, { wire, fromBot: false, silent: false })
  if (options.hidden !== true) pushMessage(bot, 'message', wire, from.id)
  return stored
}

export function pushMessage(
  bot: Bot,
  kind: 'message' | 'edited_message',
  wire: Message,
  personId: number,
): void {
  // A stored message always has its chat and sender, which the type of an update asks for.
  bot.updates.push(kind, wire as NonNullable<Update[typeof kind]>, `message ${personId}`)
}

/** What a person typed, with its marks, and the commands and links that Telegram finds in it. */
export function typedText(
  text: string,
  marks: readonly MessageEntity[] = [],
): Pick<Message, 'text' | 'entities'> {
  const clean = cleanText(text, [...marks])
  if (clean.text === '') throw new Error('a message needs text')
  if (clean.text.length > MAX_TYPED) throw new Error(`a message holds ${MAX_TYPED} characters`)
  const entities = addDetected(clean.text, clean.entities)
  return entities.length === 0 ? { text: clean.text } : { text: clean.text, entities }
}

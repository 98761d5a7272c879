import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { tellChange } from '../world/messages.ts'
import { closeIfDue, pollUpdateWire, pollWire } from '../world/poll.ts'
import { readInlineMarkup } from './markup.ts'
import { integer, text } from './params.ts'
import type { Call, Outcome } from './types.ts'

export function stopPoll({ bot, params }: Call): Outcome {
  const markup = readInlineMarkup(params)
  const chat = findChat(bot, text(params, 'chat_id'), 'write')
  const message = findMessage(chat, integer(params, 'message_id', 0), 'Message with poll to stop')
  if (message.poll === undefined) throw badRequest('Message is not a poll')
  if (!message.fromBot) throw badRequest("Poll can't be stopped")
  closeIfDue(bot, message.poll)
  if (message.poll.closed) throw badRequest('Poll has already been closed')
  message.poll.closed = true
  message.markup = markup
  const { reply_markup: _, ...wire } = message.wire
  message.wire = markup === undefined ? wire : { ...wire, reply_markup: markup }
  bot.updates.push('poll', pollUpdateWire(message.poll), `poll ${message.poll.id}`)
  tellChange(bot, chat, 'edited', message.wire.message_id)
  return {
    result: pollWire(message.poll),
    effect: { chatId: chat.id, messageId: message.wire.message_id, pollId: message.poll.id },
  }
}

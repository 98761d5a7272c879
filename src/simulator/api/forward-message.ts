import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { wireOf } from '../world/messages.ts'
import type { Bot, StoredMessage } from '../world/state.ts'
import { COPIED } from './copy-message.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { kindOf } from './kind-of.ts'
import { readMessageIds } from './message-ids.ts'
import { integer, required } from './params.ts'
import { readSendOptions } from './send-options.ts'
import type { SendOptions } from './send-options.ts'
import type { Call, Outcome } from './types.ts'

export function forwardMessage({ bot, params }: Call): Outcome {
  const from = findChat(bot, required(params, 'from_chat_id'), 'read')
  const stored = findMessage(from, integer(params, 'message_id', 0), 'Message to forward')
  const options = readSendOptions(bot, params)
  if (stored.wire.has_protected_content === true) {
    throw badRequest("Message has protected content and can't be forwarded")
  }
  if (!canForward(stored)) throw badRequest("Message can't be forwarded")
  askPace(bot, options.chat)
  const sent = forward(bot, options, stored)
  return {
    result: wireOf(bot, sent),
    effect: {
      chatId: options.chat.id,
      messageId: sent.wire.message_id,
      kind: kindOf(sent.wire, sent),
      text: sent.wire.text ?? sent.wire.caption ?? sent.poll?.question ?? '',
      silent: options.silent,
    },
  }
}

/** Those that are not found, or are protected, are passed over; none at all is refused. */
export function forwardMessages({ bot, params }: Call): Outcome {
  const from = findChat(bot, required(params, 'from_chat_id'), 'read')
  const ids = readMessageIds(params)
  const options = readSendOptions(bot, params)
  const found = ids.flatMap((id) => {
    const stored = from.messages.get(id)
    return stored !== undefined && canForward(stored) ? [stored] : []
  })
  if (found.length === 0) throw badRequest("Messages can't be forwarded")
  askPace(bot, options.chat, found.length)
  const sent = found.map((stored) => forward(bot, options, stored).wire.message_id)
  return {
    result: sent.map((message_id) => ({ message_id })),
    effect: { chatId: options.chat.id, messageIds: sent, kind: 'text', silent: options.silent },
  }
}

function forward(bot: Bot, options: SendOptions, stored: StoredMessage): StoredMessage {
  const wire = newWire(bot, options)
  const source = stored.wire
  const sender = source.from ?? bot.sender
  const origin: Message['forward_origin'] = source.forward_origin ?? {
    type: 'user',
    sender_user: sender,
    date: source.date,
  }
  Object.assign(wire, { forward_origin: origin, forward_from: sender, forward_date: origin.date })
  for (const name of COPIED) {
    if (source[name] !== undefined) Object.assign(wire, { [name]: source[name] })
  }
  // A forwarded poll is the same poll: votes in one are votes in all.
  return deliver(bot, { ...options, markup: undefined }, wire, stored.poll)
}

function canForward({ wire, poll }: StoredMessage): boolean {
  if (wire.has_protected_content === true) return false
  return poll !== undefined || COPIED.some((name) => wire[name] !== undefined)
}

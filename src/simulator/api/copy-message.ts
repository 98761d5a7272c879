import type { Message } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import type { Bot, PollState, StoredMessage } from '../world/state.ts'
import { readCaption } from './caption.ts'
import { askPace, deliver, newWire } from './deliver.ts'
import { kindOf } from './kind-of.ts'
import { readMessageIds } from './message-ids.ts'
import { flag, has, integer, required, text } from './params.ts'
import { readSendOptions } from './send-options.ts'
import type { SendOptions } from './send-options.ts'
import type { Call, Outcome } from './types.ts'

export function copyMessage({ bot, params }: Call): Outcome {
  const from = findChat(bot, required(params, 'from_chat_id'), 'read')
  const stored = findMessage(from, integer(params, 'message_id', 0), 'Message to copy')
  const caption = has(params, 'caption')
    ? readCaption(params, (id) => bot.people.get(id)?.user)
    : undefined
  const options = readSendOptions(bot, params)
  if (!canCopy(stored)) throw badRequest("Message can't be copied")
  askPace(bot, options.chat)
  const wire = copyOf(bot, options, stored, caption)
  return {
    result: { message_id: wire.message_id },
    effect: {
      chatId: options.chat.id,
      messageId: wire.message_id,
      kind: kindOf(wire, stored),
      text: wire.text ?? wire.caption ?? stored.poll?.question ?? '',
      silent: options.silent,
    },
  }
}

/**
 * Those that are not found, or cannot be copied, are passed over; none at all is refused. What was an
 * album stays one (Bot API, copyMessages).
 */
export function copyMessages({ bot, params }: Call): Outcome {
  const from = findChat(bot, required(params, 'from_chat_id'), 'read')
  const ids = readMessageIds(params)
  const options = readSendOptions(bot, params)
  const found = ids.flatMap((id) => {
    const stored = from.messages.get(id)
    return stored !== undefined && canCopy(stored) ? [stored] : []
  })
  if (found.length === 0) throw badRequest("Messages can't be forwarded")
  askPace(bot, options.chat, found.length)
  const bare = flag(params, 'remove_caption') ? {} : undefined
  const albums = new Map<string, string>()
  const wires = found.map((stored) => copyOf(bot, options, stored, bare, albums))
  return {
    result: wires.map(({ message_id }) => ({ message_id })),
    effect: {
      chatId: options.chat.id,
      messageIds: wires.map(({ message_id }) => message_id),
      kind: 'text',
      text: text(params, 'from_chat_id'),
      silent: options.silent,
    },
  }
}

/** Everything of the content, nothing of where it came from. */
function copyOf(
  bot: Bot,
  options: SendOptions,
  stored: StoredMessage,
  caption: Pick<Message, 'caption' | 'caption_entities'> | undefined,
  albums?: Map<string, string>,
): Message {
  const wire = newWire(bot, options)
  const album = stored.wire.media_group_id
  if (album !== undefined && albums !== undefined) {
    const copied = albums.get(album) ?? bot.world.random.digits(17)
    albums.set(album, copied)
    wire.media_group_id = copied
  }
  for (const name of COPIED) {
    if (stored.wire[name] !== undefined) Object.assign(wire, { [name]: stored.wire[name] })
  }
  if (caption !== undefined && wire.text === undefined) {
    delete wire.caption
    delete wire.caption_entities
    Object.assign(wire, caption)
  }
  deliver(
    bot,
    options,
    wire,
    stored.poll === undefined ? undefined : pollCopy(bot, stored.poll, options),
  )
  return wire
}

export const COPIED = [
  'text',
  'entities',
  'link_preview_options',
  'photo',
  'document',
  'video',
  'animation',
  'voice',
  'audio',
  'contact',
  'caption',
  'caption_entities',
  'has_media_spoiler',
  'show_caption_above_media',
] as const satisfies readonly (keyof Message)[]

/** A copied poll is a new poll, without its votes. */
function pollCopy(bot: Bot, poll: PollState, options: SendOptions): PollState {
  const copy: PollState = {
    ...poll,
    id: bot.world.random.digits(19),
    chatId: options.chat.id,
    protected: options.protect,
    closed: false,
    votes: new Map(),
  }
  bot.polls.set(copy.id, copy)
  return copy
}

function canCopy({ wire, poll }: StoredMessage): boolean {
  return poll !== undefined || COPIED.some((name) => wire[name] !== undefined)
}

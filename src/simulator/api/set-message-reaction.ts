import type { ReactionType, ReactionTypeEmoji } from 'grammy/types'

import { badRequest } from '../refusal.ts'
import { findChat, findMessage } from '../world/access.ts'
import { tellChange } from '../world/messages.ts'
import { isFields, requiredString } from './fields.ts'
import { integer, json, text } from './params.ts'
import type { Params } from './params.ts'
import type { Call, Outcome } from './types.ts'

/** The emoji that a bot may react with (Bot API, ReactionTypeEmoji). */
const EMOJI = new Set<string>(
  '❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡'.split(
    ' ',
  ),
)

export function setMessageReaction({ bot, params }: Call): Outcome {
  const reactions = readReactions(params)
  const chat = findChat(bot, text(params, 'chat_id'), 'read')
  const message = findMessage(chat, integer(params, 'message_id', 0), 'Message to react')
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  message.reactions ??= new Map()
  if (reactions.length === 0) message.reactions.delete(bot.me.id)
  else message.reactions.set(bot.me.id, reactions)
  tellChange(bot, chat, 'edited', message.wire.message_id)
  return { result: true, effect: { chatId: chat.id, messageId: message.wire.message_id } }
}

function readReactions(params: Params): ReactionType[] {
  const value = json(params, 'reaction', 'reaction types')
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('Expected an Array of ReactionType')
  return (value as unknown[]).map((item) => {
    if (!isFields(item)) throw badRequest("Can't parse ReactionType: expected an Object")
    const type = requiredString(item, 'type')
    if (type === 'emoji') {
      const emoji = requiredString(item, 'emoji').replaceAll('\u{fe0f}', '')
      if (!isReactionEmoji(emoji)) throw badRequest('REACTION_INVALID')
      return { type, emoji }
    }
    if (type === 'custom_emoji') throw badRequest('REACTION_INVALID')
    throw badRequest("Can't parse ReactionType: invalid reaction type specified")
  })
}

export function isReactionEmoji(emoji: string): emoji is ReactionTypeEmoji['emoji'] {
  return EMOJI.has(emoji)
}

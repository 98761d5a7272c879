import type { ChatFullInfo, Message } from 'grammy/types'

import { findChat } from '../world/access.ts'
import { wireOf } from '../world/messages.ts'
import type { Bot, Chat } from '../world/state.ts'
import { text } from './params.ts'
import type { Call, Outcome } from './types.ts'

const NO_GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
}

export function getChat({ bot, params }: Call): Outcome {
  const chat = findChat(bot, text(params, 'chat_id'), 'read')
  return { result: fullInfo(bot, chat) }
}

function fullInfo(bot: Bot, chat: Chat): ChatFullInfo {
  const pinned = pinnedMessage(bot, chat)
  return {
    ...chat.wire,
    ...(chat.wire.username !== undefined && { active_usernames: [chat.wire.username] }),
    accent_color_id: Math.abs(chat.id) % 7,
    max_reaction_count: 11,
    accepted_gift_types: NO_GIFTS,
    ...(pinned !== undefined && { pinned_message: pinned }),
  } as ChatFullInfo
}

function pinnedMessage(bot: Bot, chat: Chat): Message | undefined {
  const id = chat.pinned.at(-1)
  const stored = id === undefined ? undefined : chat.messages.get(id)
  return stored === undefined ? undefined : wireOf(bot, stored)
}

import type { ChatMember, User } from 'grammy/types'

import { civilSeconds } from './state.ts'
import type { Bot, BotStatus, Chat, Person } from './state.ts'

/** A member as updates and getChatMember report it. */
export function memberWire(user: User, status: BotStatus): ChatMember {
  switch (status) {
    case 'kicked':
      return { user, status, until_date: 0 }
    case 'administrator':
      return {
        user,
        status,
        can_be_edited: false,
        is_anonymous: false,
        can_manage_chat: true,
        can_delete_messages: true,
        can_manage_video_chats: false,
        can_restrict_members: true,
        can_promote_members: false,
        can_change_info: true,
        can_invite_users: true,
        can_post_stories: false,
        can_edit_stories: false,
        can_delete_stories: false,
      } as ChatMember
    default:
      return { user, status }
  }
}

/** Changes what the bot is in a chat, and tells it (`my_chat_member`). */
export function setBotStatus(bot: Bot, chat: Chat, status: BotStatus, by: User): void {
  const before = chat.botStatus
  if (before === status) return
  chat.botStatus = status
  bot.updates.push(
    'my_chat_member',
    {
      chat: chat.wire,
      from: by,
      date: civilSeconds(bot.world),
      old_chat_member: memberWire(bot.sender, before),
      new_chat_member: memberWire(bot.sender, status),
    },
    `my_chat_member ${chat.id}`,
  )
}

export function tellPerson(bot: Bot, person: Person): void {
  if (!bot.world.events.heard) return
  bot.world.events.emit({ type: 'person', botId: bot.me.id, personId: person.user.id })
}

export function tellGroup(bot: Bot, chat: Chat): void {
  if (!bot.world.events.heard) return
  bot.world.events.emit({ type: 'group', botId: bot.me.id, chatId: chat.id })
}

import type { User, UserFromGetMe } from 'grammy/types'

import { createRandom, hashText } from '../random.ts'
import { createUpdateQueue } from '../updates/queue.ts'
import type { Bot, World } from './state.ts'

/**
 * A bot for a token; its id is the number before the colon, as in Telegram. `index` tells the
 * bots of one simulator apart by name.
 */
export function createBot(world: World, token: string, index: number): Bot {
  const suffix = index === 0 ? '' : String(index + 1)
  const id = Number(/^\d+/u.exec(token)?.[0] ?? 0)
  const random = createRandom(world.seed ^ hashText(token))
  const me: UserFromGetMe = {
    id,
    is_bot: true,
    first_name: `Sedikit${suffix}`,
    username: `sedikit_demo${suffix}_bot`,
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  }
  return {
    world,
    token,
    me,
    sender: senderOf(me),
    people: new Map(),
    chats: new Map(),
    polls: new Map(),
    timedPolls: new Set(),
    presses: new Map(),
    updates: createUpdateQueue(world.clock, random),
    profile: {
      names: new Map(),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      commands: new Map(),
      menuButtons: new Map(),
    },
    nextMessageId: 1,
  }
}

/** The bot as messages show it. */
export function senderOf({ id, first_name, username }: UserFromGetMe): User {
  return { id, is_bot: true, first_name, username }
}

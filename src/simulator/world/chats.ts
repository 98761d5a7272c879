import type { Chat as WireChat, User } from 'grammy/types'

import type { Bot, Chat, Person } from './state.ts'

export interface PersonProfile {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}

export function userOf(profile: PersonProfile): User {
  return {
    id: profile.id,
    is_bot: false,
    first_name: profile.firstName,
    ...(profile.lastName !== undefined && { last_name: profile.lastName }),
    ...(profile.username !== undefined && { username: profile.username }),
    ...(profile.languageCode !== undefined && { language_code: profile.languageCode }),
  }
}

/** The person with that id, made if unknown; a known one's profile is brought up to date. */
export function personOf(bot: Bot, profile: PersonProfile): Person {
  const user = userOf(profile)
  const known = bot.people.get(profile.id)
  if (known !== undefined) {
    known.user = user
    const chat = bot.chats.get(profile.id)
    if (chat !== undefined) chat.wire = privateWire(user)
    return known
  }
  const person: Person = {
    user,
    online: true,
    deactivated: false,
    frozen: null,
    callbackAnswers: [],
  }
  bot.people.set(profile.id, person)
  return person
}

/** The private chat of a person with the bot; not started until the person writes. */
export function privateChat(bot: Bot, person: Person): Chat {
  const known = bot.chats.get(person.user.id)
  if (known !== undefined) return known
  const chat = newChat(person.user.id, privateWire(person.user), person)
  bot.chats.set(chat.id, chat)
  return chat
}

export function newChat(id: number, wire: WireChat, person: Person | null): Chat {
  return {
    id,
    wire,
    person,
    started: false,
    botStatus: person === null ? 'left' : 'member',
    members: new Map(),
    messages: new Map(),
    pinned: [],
    upgradedTo: null,
    nextMessageId: wire.type === 'supergroup' ? 1 : null,
  }
}

function privateWire(user: User): WireChat {
  return {
    id: user.id,
    first_name: user.first_name,
    ...(user.last_name !== undefined && { last_name: user.last_name }),
    ...(user.username !== undefined && { username: user.username }),
    type: 'private',
  }
}

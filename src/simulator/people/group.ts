import type { Message } from 'grammy/types'

import { newChat } from '../world/chats.ts'
import { setBotStatus, tellGroup } from '../world/members.ts'
import type { Bot, BotStatus, Chat, Person } from '../world/state.ts'
import { receiveMessage, typedText } from './incoming.ts'
import { phoneMessages } from './phone.ts'
import type { PhoneMessage } from './phone-message.ts'

export interface GroupProfile {
  /** Negative; chosen when missing. */
  id?: number
  title: string
  type?: 'group' | 'supergroup'
}

/** A group of people, which the bot may be added to. */
export interface SimulatedGroup {
  readonly id: number
  readonly title: string
  readonly botStatus: BotStatus
  join(personId: number): void
  addBot(byPersonId: number): void
  removeBot(byPersonId: number): void
  /** What the bot may do then: pin, delete, and read all that is written. */
  promoteBot(byPersonId: number): void
  /** Becomes a supergroup with another id, which is returned; the old id is refused from then on. */
  upgrade(): SimulatedGroup
  /** Bots see commands, mentions and replies to them, not the rest (privacy mode). */
  sendText(personId: number, text: string, options?: { replyTo?: number }): PhoneMessage
  messages(asPersonId: number): readonly PhoneMessage[]
}

export function createGroup(bot: Bot, profile: GroupProfile): SimulatedGroup {
  const type = profile.type ?? 'group'
  const digits = Number(bot.world.random.digits(10))
  const id = profile.id ?? (type === 'group' ? -digits : -1_000_000_000_000 - digits)
  const known = bot.chats.get(id)
  const chat = known ?? newChat(id, { id, title: profile.title, type }, null)
  if (known === undefined) bot.chats.set(id, chat)
  return simulatedGroup(bot, chat)
}

export function simulatedGroup(bot: Bot, chat: Chat): SimulatedGroup {
  function member(personId: number): Person {
    const person = chat.members.get(personId)
    if (person === undefined) throw new Error(`person ${personId} is not in the group ${chat.id}`)
    if (!person.online) throw new Error(`${person.user.first_name} is offline`)
    return person
  }
  function service(by: Person, content: Partial<Message>, hidden: boolean): void {
    receiveMessage(bot, chat, by.user, content, { hidden })
  }
  return {
    id: chat.id,
    get title() {
      return chat.wire.title ?? ''
    },
    get botStatus() {
      return chat.botStatus
    },
    join: (personId) => {
      const person = bot.people.get(personId)
      if (person === undefined) throw new Error(`there is no person ${personId}`)
      chat.members.set(personId, person)
      service(person, { new_chat_members: [person.user] }, !isIn(chat))
      tellGroup(bot, chat)
    },
    addBot: (byPersonId) => {
      const by = member(byPersonId)
      setBotStatus(bot, chat, 'member', by.user)
      service(by, { new_chat_members: [bot.sender] }, false)
      tellGroup(bot, chat)
    },
    removeBot: (byPersonId) => {
      const by = member(byPersonId)
      setBotStatus(bot, chat, 'kicked', by.user)
      service(by, { left_chat_member: bot.sender }, true)
      tellGroup(bot, chat)
    },
    promoteBot: (byPersonId) => {
      setBotStatus(bot, chat, 'administrator', member(byPersonId).user)
      tellGroup(bot, chat)
    },
    upgrade: () => {
      if (chat.wire.type !== 'group') throw new Error('only a basic group is upgraded')
      const title = chat.wire.title
      const next = createGroup(bot, { title, type: 'supergroup' })
      const supergroup = bot.chats.get(next.id)
      const [first] = chat.members.values()
      if (supergroup === undefined || first === undefined) throw new Error('the group is empty')
      supergroup.botStatus = chat.botStatus
      for (const [id, person] of chat.members) supergroup.members.set(id, person)
      chat.upgradedTo = next.id
      service(first, { migrate_to_chat_id: next.id }, !isIn(chat))
      return next
    },
    sendText: (personId, text, options = {}) => {
      const person = member(personId)
      const content = typedText(text)
      const hidden = !seenByBot(bot, chat, content, options.replyTo)
      const sent = receiveMessage(bot, chat, person.user, content, { ...options, hidden })
      const shown = phoneMessages(bot, chat, personId).at(-1)
      if (shown === undefined) throw new Error(`message ${sent.wire.message_id} is gone`)
      return shown
    },
    messages: (asPersonId) => phoneMessages(bot, chat, asPersonId),
  }
}

function isIn(chat: Chat): boolean {
  return chat.botStatus === 'member' || chat.botStatus === 'administrator'
}

function seenByBot(
  bot: Bot,
  chat: Chat,
  content: Pick<Message, 'text' | 'entities'>,
  replyTo: number | undefined,
): boolean {
  if (!isIn(chat)) return false
  if (chat.botStatus === 'administrator') return true
  if (replyTo !== undefined && chat.messages.get(replyTo)?.fromBot === true) return true
  const own = `@${bot.me.username}`.toLowerCase()
  return (content.entities ?? []).some(({ type, offset, length }) => {
    const word = (content.text ?? '').slice(offset, offset + length).toLowerCase()
    if (type === 'bot_command') return !word.includes('@') || word.endsWith(own)
    return type === 'mention' && word === own
  })
}

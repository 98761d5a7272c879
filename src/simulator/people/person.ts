import type { BotCommand, Message, MessageEntity } from 'grammy/types'

import { commandsFor } from '../api/commands.ts'
import { isReactionEmoji } from '../api/set-message-reaction.ts'
import { privateChat } from '../world/chats.ts'
import { setBotStatus, tellPerson } from '../world/members.ts'
import { removeMessages, tellChange } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, CallbackAnswer, Chat, Person, StoredMessage } from '../world/state.ts'
import { pushMessage, receiveMessage, typedText } from './incoming.ts'
import { receivePoll } from './person-poll.ts'
import type { PersonPoll } from './person-poll.ts'
import { phoneMessage, phoneMessages } from './phone.ts'
import type { PhoneMessage } from './phone-message.ts'
import { pressButton } from './press.ts'
import type { PressResult } from './press.ts'
import { fileContent } from './send-file.ts'
import type { PersonFile } from './send-file.ts'
import { castVote } from './vote.ts'
import type { VoteResult } from './vote.ts'

/**
 * A person with a phone. Actions do what the app would let one do, and throw an Error that says
 * why where it would not (offline, blocked, no such button). Reading never throws.
 */
export interface SimulatedPerson {
  readonly id: number
  readonly firstName: string
  readonly username: string | undefined
  readonly languageCode: string | undefined
  readonly online: boolean
  readonly blocked: boolean
  readonly deactivated: boolean
  readonly started: boolean
  /** Opens the bot, by a deep link if `payload` is given, and presses Start. Unblocks it. */
  start(payload?: string): PhoneMessage
  sendText(
    text: string,
    options?: { replyTo?: number; entities?: readonly MessageEntity[] },
  ): PhoneMessage
  sendFile(file: PersonFile): PhoneMessage
  /** Several at once: each is a message, and one number holds them together. */
  sendAlbum(files: readonly PersonFile[]): PhoneMessage[]
  /** A text with its marks, as the app makes them from what one selects. */
  sendFormatted(text: string, entities: readonly MessageEntity[]): PhoneMessage
  /** Forwards a text that somebody else wrote. */
  forwardText(text: string, author: string): PhoneMessage
  sendPoll(poll: PersonPoll): PhoneMessage
  /** Shares the person's own number, as the contact button does. */
  sendContact(phoneNumber: string): PhoneMessage
  editText(messageId: number, text: string): PhoneMessage
  /** Deletes for both; the bot is not told, as in Telegram. */
  deleteMessage(messageId: number): void
  /** A button by its text or its callback data. A t.me link with a start payload starts the bot. */
  press(messageId: number, button: string): PressResult
  /** Options by their texts; none takes the vote back. */
  vote(messageId: number, options: string | readonly string[]): VoteResult
  /** Votes in someone else's poll, as if it had been forwarded; protected ones cannot be. */
  voteInPoll(pollId: string, options: string | readonly string[]): VoteResult
  /** An emoji, or null to take it back. */
  react(messageId: number, emoji: string | null): void
  block(): void
  unblock(): void
  /** Deletes the account: there is no way back. */
  deactivate(): void
  /** Offline, the phone shows what it showed; the bot cannot tell. */
  setOnline(online: boolean): void
  /** What the phone shows, oldest first. */
  messages(): readonly PhoneMessage[]
  message(messageId: number): PhoneMessage | undefined
  /** What the bot answered to button presses, oldest first. */
  callbackAnswers(): readonly CallbackAnswer[]
  /** The command menu in the person's language. */
  commands(): readonly BotCommand[]
}

const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/u

export function simulatedPerson(bot: Bot, person: Person): SimulatedPerson {
  const chat = (): Chat => privateChat(bot, person)
  const phone = (stored: StoredMessage): PhoneMessage =>
    phoneMessage(bot, chat(), stored, person.user.id)

  function active(): Chat {
    const name = `${person.user.first_name} (${person.user.id})`
    if (person.deactivated) throw new Error(`${name} has deleted the account`)
    if (!person.online) throw new Error(`${name} is offline`)
    return chat()
  }
  function talking(): Chat {
    const own = active()
    if (own.botStatus === 'kicked') throw new Error(`${person.user.first_name} has blocked the bot`)
    return own
  }
  function shown(own: Chat, messageId: number): StoredMessage {
    const stored = own.messages.get(messageId)
    if (stored === undefined) throw new Error(`the phone shows no message ${messageId}`)
    return stored
  }
  function send(content: Partial<Message>, replyTo?: number): PhoneMessage {
    const own = talking()
    if (!own.started) {
      own.started = true
      tellPerson(bot, person)
    }
    return phone(
      receiveMessage(bot, own, person.user, content, replyTo === undefined ? {} : { replyTo }),
    )
  }
  function start(payload?: string): PhoneMessage {
    if (payload !== undefined && !PAYLOAD.test(payload)) {
      throw new Error('a start payload is 1 to 64 of A-Z a-z 0-9 _ -')
    }
    const own = active()
    if (own.botStatus === 'kicked') unblock()
    return send(typedText(payload === undefined ? '/start' : `/start ${payload}`))
  }
  function unblock(): void {
    setBotStatus(bot, active(), 'member', person.user)
    tellPerson(bot, person)
  }
  const listed = (options: string | readonly string[]): readonly string[] =>
    typeof options === 'string' ? [options] : options

  return {
    get id() {
      return person.user.id
    },
    get firstName() {
      return person.user.first_name
    },
    get username() {
      return person.user.username
    },
    get languageCode() {
      return person.user.language_code
    },
    get online() {
      return person.online
    },
    get blocked() {
      return chat().botStatus === 'kicked'
    },
    get deactivated() {
      return person.deactivated
    },
    get started() {
      return chat().started
    },
    start,
    sendText: (text, options = {}) => send(typedText(text, options.entities), options.replyTo),
    sendFile: (file) => send(fileContent(bot, file)),
    sendAlbum: (files) => {
      const album = bot.world.random.digits(17)
      return files.map((file) => send({ ...fileContent(bot, file), media_group_id: album }))
    },
    sendFormatted: (text, entities) => send({ text, entities: [...entities] }),
    forwardText: (text, author) =>
      send({
        ...typedText(text),
        forward_origin: {
          type: 'hidden_user',
          sender_user_name: author,
          date: civilSeconds(bot.world),
        },
      }),
    sendPoll: (poll) => phone(receivePoll(bot, talking(), person.user, poll)),
    sendContact: (phoneNumber) =>
      send({
        contact: {
          phone_number: phoneNumber,
          first_name: person.user.first_name,
          user_id: person.user.id,
        },
      }),
    editText: (messageId, text) => {
      const own = talking()
      const stored = shown(own, messageId)
      if (stored.fromBot || stored.wire.text === undefined) {
        throw new Error(`message ${messageId} is not the person's own text`)
      }
      stored.wire = { ...stored.wire, ...typedText(text), edit_date: civilSeconds(bot.world) }
      tellChange(bot, own, 'edited', messageId)
      pushMessage(bot, 'edited_message', stored.wire, person.user.id)
      return phone(stored)
    },
    deleteMessage: (messageId) => {
      const own = active()
      shown(own, messageId)
      removeMessages(bot, own, [messageId])
    },
    press: (messageId, button) => {
      const own = talking()
      const result = pressButton(bot, own, person, shown(own, messageId), button)
      if (result.kind === 'url') {
        const link = startLink(bot, result.url)
        if (link !== undefined) start(link.payload)
      }
      return result
    },
    vote: (messageId, options) => {
      const own = active()
      const { poll } = shown(own, messageId)
      if (poll === undefined) throw new Error(`message ${messageId} is not a poll`)
      const result = castVote(bot, person, poll, listed(options))
      tellChange(bot, own, 'edited', messageId)
      return result
    },
    voteInPoll: (pollId, options) => {
      active()
      const poll = bot.polls.get(pollId)
      if (poll === undefined) throw new Error(`there is no poll ${pollId}`)
      if (poll.protected) throw new Error('a protected poll cannot be forwarded')
      return castVote(bot, person, poll, listed(options))
    },
    react: (messageId, emoji) => {
      const own = active()
      const stored = shown(own, messageId)
      if (emoji !== null && !isReactionEmoji(emoji)) throw new Error(`no reaction: ${emoji}`)
      stored.reactions ??= new Map()
      const before = stored.reactions.get(person.user.id) ?? []
      const after = emoji === null ? [] : [{ type: 'emoji' as const, emoji }]
      if (after.length === 0) stored.reactions.delete(person.user.id)
      else stored.reactions.set(person.user.id, after)
      tellChange(bot, own, 'edited', messageId)
      bot.updates.push(
        'message_reaction',
        {
          chat: own.wire,
          message_id: messageId,
          user: person.user,
          date: civilSeconds(bot.world),
          old_reaction: before,
          new_reaction: after,
        },
        `message_reaction ${own.id}`,
      )
    },
    block: () => {
      setBotStatus(bot, active(), 'kicked', person.user)
      tellPerson(bot, person)
    },
    unblock,
    deactivate: () => {
      person.deactivated = true
      tellPerson(bot, person)
    },
    setOnline: (online) => {
      if (online === person.online) return
      person.frozen = online ? null : phoneMessages(bot, chat(), person.user.id)
      person.online = online
      tellPerson(bot, person)
      if (online && bot.world.events.heard) {
        bot.world.events.emit({ type: 'sync', botId: bot.me.id, chatId: person.user.id })
      }
    },
    messages: () => person.frozen ?? phoneMessages(bot, chat(), person.user.id),
    message: (messageId) => {
      if (person.frozen !== null) return person.frozen.find(({ id }) => id === messageId)
      const stored = chat().messages.get(messageId)
      return stored === undefined ? undefined : phone(stored)
    },
    callbackAnswers: () => person.callbackAnswers,
    commands: () => commandsFor(bot, person.user.id),
  }
}

/** A link that opens this bot, with its payload if it has one. */
function startLink(bot: Bot, url: string): { payload: string | undefined } | undefined {
  if (!URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const name = parsed.pathname.slice(1).toLowerCase()
  if (parsed.hostname !== 't.me' || name !== bot.me.username.toLowerCase()) return undefined
  return { payload: parsed.searchParams.get('start') ?? undefined }
}

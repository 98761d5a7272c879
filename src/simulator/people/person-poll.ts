import type { Message } from 'grammy/types'

import { storeMessage, takeMessageId } from '../world/messages.ts'
import { civilSeconds } from '../world/state.ts'
import type { Bot, Chat, PollState, StoredMessage } from '../world/state.ts'
import { pollWire } from '../world/poll.ts'
import { pushMessage } from './incoming.ts'

/** A poll that a person makes in the chat. */
export interface PersonPoll {
  readonly question: string
  readonly options: readonly string[]
  readonly multiple?: boolean
  /** Position of the right answer: a quiz. */
  readonly correct?: number
}

/** Into the chat, and to the bot, which is told the right answer of a quiz made for it. */
export function receivePoll(
  bot: Bot,
  chat: Chat,
  from: Message['from'],
  { question, options, multiple = false, correct }: PersonPoll,
): StoredMessage {
  const poll: PollState = {
    id: bot.world.random.digits(19),
    chatId: chat.id,
    question,
    questionEntities: [],
    options: options.map((text) => ({
      persistentId: bot.world.random.token(8),
      text,
      entities: [],
    })),
    quiz: correct !== undefined,
    correct: correct === undefined ? [] : [correct],
    explanation: '',
    explanationEntities: [],
    description: '',
    descriptionEntities: [],
    anonymous: true,
    multiple,
    revotable: correct === undefined,
    shuffle: false,
    hideResults: false,
    protected: false,
    openPeriod: undefined,
    closeDate: undefined,
    closed: false,
    votes: new Map(),
  }
  bot.polls.set(poll.id, poll)
  const wire: Message = {
    message_id: takeMessageId(bot, chat),
    ...(from === undefined ? {} : { from }),
    chat: chat.wire,
    date: civilSeconds(bot.world),
  }
  const stored = storeMessage(bot, chat, { wire, fromBot: false, silent: false, poll })
  pushMessage(bot, 'message', { ...wire, poll: pollWire(poll) }, from?.id ?? 0)
  return stored
}

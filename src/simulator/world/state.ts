import type {
  BotCommand,
  Chat as WireChat,
  InlineKeyboardMarkup,
  MenuButton,
  Message,
  MessageEntity,
  ReactionType,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  ForceReply,
  User,
  UserFromGetMe,
} from 'grammy/types'

import type { Clock } from '../../platform/clock.ts'
import type { EventHub } from '../events.ts'
import type { LedgerWriter } from '../ledger/ledger.ts'
import type { Pace } from '../limits/pace.ts'
import type { PhoneMessage } from '../people/phone-message.ts'
import type { Random } from '../random.ts'
import type { UpdateQueue } from '../updates/queue.ts'
import type { FileStore } from './files.ts'

/** What all bots of one simulator share. */
export interface World {
  readonly clock: Clock
  readonly random: Random
  readonly seed: number
  readonly events: EventHub
  readonly ledger: LedgerWriter
  readonly pace: Pace
  readonly files: FileStore
  /** The oldest messages of a chat go when it holds more than this. */
  readonly messagesPerChat: number
}

/** One bot with its own people and chats: those of another token are not among them. */
export interface Bot {
  readonly world: World
  readonly token: string
  me: UserFromGetMe
  /** The bot as messages show it, without what only getMe tells. */
  sender: User
  readonly people: Map<number, Person>
  readonly chats: Map<number, Chat>
  readonly polls: Map<string, PollState>
  /** Those that will close by themselves. */
  readonly timedPolls: Set<PollState>
  readonly presses: Map<string, ButtonPress>
  readonly updates: UpdateQueue
  readonly profile: BotProfile
  /** Private chats and basic groups share one count, as in Telegram. */
  nextMessageId: number
}

/** By language; the empty language is the default. Commands by scope and language. */
export interface BotProfile {
  readonly names: Map<string, string>
  readonly descriptions: Map<string, string>
  readonly shortDescriptions: Map<string, string>
  readonly commands: Map<string, BotCommand[]>
  /** By user id, 0 for everyone. */
  readonly menuButtons: Map<number, MenuButton>
}

export interface Person {
  user: User
  online: boolean
  deactivated: boolean
  /** What the phone showed when it went offline; null while it is online. */
  frozen: readonly PhoneMessage[] | null
  readonly callbackAnswers: CallbackAnswer[]
}

export interface CallbackAnswer {
  callbackQueryId: string
  text: string
  /** An alert that must be closed, rather than a passing line. */
  alert: boolean
  url: string
  /** Civil milliseconds. */
  at: number
}

export type BotStatus = 'member' | 'administrator' | 'left' | 'kicked'

export interface Chat {
  readonly id: number
  wire: WireChat
  /** In a private chat the other side; in a group null. */
  readonly person: Person | null
  /** Private chats: whether the person ever wrote. A bot cannot begin. */
  started: boolean
  /** `kicked` in a private chat: the person blocked the bot. */
  botStatus: BotStatus
  readonly members: Map<number, Person>
  readonly messages: Map<number, StoredMessage>
  readonly pinned: number[]
  /** The supergroup that a group became; sends to the old id are refused with the new one. */
  upgradedTo: number | null
  /** Supergroups count their own messages; null where the bot's count is used. */
  nextMessageId: number | null
}

export type AnyMarkup =
  | InlineKeyboardMarkup
  | ReplyKeyboardMarkup
  | ReplyKeyboardRemove
  | ForceReply

export interface StoredMessage {
  /** As the Bot API reports it, but for a poll, which is rendered from its state. */
  wire: Message
  readonly fromBot: boolean
  readonly silent: boolean
  /** All kinds of keyboard; the Bot API reports inline ones only. */
  markup: AnyMarkup | undefined
  readonly poll: PollState | undefined
  /** By who reacted. */
  reactions: Map<number, ReactionType[]> | undefined
}

export interface PollOptionState {
  readonly persistentId: string
  readonly text: string
  readonly entities: MessageEntity[]
}

export interface PollState {
  readonly id: string
  readonly chatId: number
  readonly question: string
  readonly questionEntities: MessageEntity[]
  readonly options: readonly PollOptionState[]
  readonly quiz: boolean
  readonly correct: readonly number[]
  readonly explanation: string
  readonly explanationEntities: MessageEntity[]
  readonly description: string
  readonly descriptionEntities: MessageEntity[]
  readonly anonymous: boolean
  readonly multiple: boolean
  readonly revotable: boolean
  readonly shuffle: boolean
  readonly hideResults: boolean
  readonly protected: boolean
  /** Seconds since 1970; undefined when it stays open. */
  readonly closeDate: number | undefined
  readonly openPeriod: number | undefined
  closed: boolean
  /** By person: positions in the order in which the bot sent the options. */
  readonly votes: Map<number, readonly number[]>
}

export interface ButtonPress {
  readonly id: string
  readonly personId: number
  /** Civil milliseconds. */
  readonly at: number
}

/** Civil time in whole seconds, as the Bot API gives dates. */
export function civilSeconds(world: World): number {
  return Math.floor(world.clock.now().getTime() / 1000)
}

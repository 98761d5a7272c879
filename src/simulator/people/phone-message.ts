import type {
  ForceReply,
  InlineKeyboardMarkup,
  MessageEntity,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types'

import type { PhoneMedia } from './phone-media.ts'

/** A message as a phone shows it. */
export interface PhoneMessage {
  id: number
  fromBot: boolean
  /** Whose it is: the bot's id or a person's. */
  fromId: number
  /** Seconds since 1970, civil. */
  date: number
  editDate?: number
  /** Text or caption. */
  text: string
  entities: MessageEntity[]
  media?: PhoneMedia
  poll?: PhonePoll
  /** Buttons within the message. */
  buttons?: InlineKeyboardMarkup['inline_keyboard']
  /** What it does to the keyboard below the text field. */
  keyboard?: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
  /** Arrived without a sound. */
  silent: boolean
  /** May be neither forwarded nor saved. */
  protected: boolean
  replyTo?: number
  forwardedFrom?: string
  album?: string
  pinned: boolean
  reactions: { byBot: boolean; personId: number; emoji: string }[]
  /** A line of the chat itself: a pin, someone who came or left. */
  service?: 'pinned' | 'joined' | 'left'
}

export interface PhonePoll {
  id: string
  question: string
  questionEntities: MessageEntity[]
  /** In the order in which this phone shows them. */
  options: PhonePollOption[]
  voters: number
  closed: boolean
  quiz: boolean
  anonymous: boolean
  multiple: boolean
  revotable: boolean
  /** Whether this person has voted. */
  answered: boolean
  /** In a quiz, once answered or closed: whether the answer was right. */
  right?: boolean
  explanation?: string
  explanationEntities?: MessageEntity[]
  closeDate?: number
}

export interface PhonePollOption {
  text: string
  entities: MessageEntity[]
  persistentId: string
  /** Position in the order in which the bot sent them. */
  position: number
  chosen: boolean
  /** Known after answering, or when the poll is closed. */
  voters?: number
  correct?: boolean
}

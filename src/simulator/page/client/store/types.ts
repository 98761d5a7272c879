import type { BotCommand } from 'grammy/types'

import type { SimulatorEvent } from '../../../events.ts'
import type { PhoneMessage } from '../../../people/phone-message.ts'

export type { ChatLine, ChatPreview } from '../../chat-line.ts'
export type { LedgerEntry } from '../../../ledger/entry.ts'
export type { PhoneMedia } from '../../../people/phone-media.ts'
export type { PhoneMessage, PhonePoll, PhonePollOption } from '../../../people/phone-message.ts'

/** A person as the control API tells of one. */
export interface Person {
  id: number
  firstName: string
  lastName?: string | null
  username: string | null
  languageCode: string | null
  online: boolean
  blocked: boolean
  deactivated: boolean
  started: boolean
  lastMessageId: number | null
}

export interface PersonDetails extends Person {
  commands: BotCommand[]
}

export interface Bot {
  id: number
  username: string
  name: string
  description: string
  shortDescription: string
}

export interface SimulatorState {
  /** Civil time, ISO. */
  now: string
  bots: Bot[]
  bot: number
  people: Person[]
  accepted: number
}

/** An event as the stream brings it: those of messages carry the message. */
export type LiveEvent =
  | Exclude<SimulatorEvent, { type: 'message' | 'edited' }>
  | { type: 'message' | 'edited'; chatId: number; messageId: number; message?: PhoneMessage }

/** Formatting that one can type, as an entity of Telegram's. */
export interface TypedMark {
  type: 'bold' | 'italic' | 'strikethrough' | 'spoiler' | 'code'
  /** UTF-16 units. */
  offset: number
  length: number
}

export interface AttachedFile {
  kind: 'photo' | 'video' | 'document'
  fileName: string
  mimeType: string
  /** Base64. */
  content: string
  caption?: string
  captionEntities?: TypedMark[]
}

/** What a person can do; see the control API of the simulator. */
export type Action =
  | { action: 'start'; payload?: string }
  | { action: 'text'; text: string; replyTo?: number; entities?: TypedMark[] }
  | ({ action: 'file' } & AttachedFile)
  | { action: 'album'; files: AttachedFile[] }
  | { action: 'contact'; phoneNumber: string }
  | { action: 'edit'; messageId: number; text: string }
  | { action: 'delete'; messageId: number }
  | { action: 'press'; messageId: number; button: string }
  | { action: 'vote'; messageId: number; options: string[] }
  | { action: 'react'; messageId: number; emoji: string | null }
  | { action: 'block' }
  | { action: 'unblock' }
  | { action: 'online'; online: boolean }

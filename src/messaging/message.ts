import type { TelegramRequest } from '../platform/telegram/index.ts'
import type { Lane } from './lanes.ts'

/** One thing to be sent to one chat, as it is put into the outbox. */
export interface NewMessage {
  readonly lane: Lane
  /** Names the view that renders it. */
  readonly kind: string
  /** References that the view needs; no text that a person typed. */
  readonly args: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly chatId: number
  /** Civil time after which it is no longer worth sending. */
  readonly notAfter: Date
  readonly notBefore?: Date
  /** The person's civil day: the day's first message makes a sound. Left out: always silent. */
  readonly soundDay?: string
  readonly dedupeKey?: string
  readonly supersedeKey?: string
}

/** A row of the outbox that a worker has leased. */
export interface LeasedRow {
  readonly id: number
  readonly attempt: number
  readonly lane: Lane
  readonly kind: string
  readonly args: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly chatId: number
  readonly bundleId: string | null
  readonly bundlePosition: number
  readonly spent: number
  readonly uncertainResends: number
  /** Telegram could not read the formatting of an earlier try: it goes without. */
  readonly plain: boolean
  readonly soundDay: string | null
  /** The civil day on which the chat last made a sound. */
  readonly chatSoundDay: string | null
}

/** What a view makes of a row: a request without chat and sound, or a reason not to send. */
export type Rendered =
  | {
      readonly send: TelegramRequest
      /** What is sent in its place once it was refused or lost: the text of a picture. */
      readonly instead?: TelegramRequest
    }
  /** No longer due, e.g. a reminder for a lesson that was answered meanwhile. */
  | { readonly cancel: string }
  /** Not now: tried again after so many elapsed milliseconds, and no attempt is spent. */
  | { readonly later: string; readonly retryInMs: number }

/**
 * Renders rows of all kinds at once, so that what they have in common is read once.
 * A row that is missing from the map is cancelled: no view renders its kind.
 */
export type Render = (
  rows: readonly Pick<LeasedRow, 'id' | 'lane' | 'kind' | 'args' | 'personId' | 'chatId'>[],
) => Promise<ReadonlyMap<number, Rendered>>

/** How a row ended, for those who must know (a quiz's poll, a person who cannot be reached). */
export interface Ended {
  readonly id: number
  readonly kind: string
  readonly lane: Lane
  readonly args: Readonly<Record<string, unknown>>
  readonly personId: string | null
  readonly chatId: number
  readonly state: 'sent' | 'uncertain' | 'failed' | 'cancelled'
  readonly reason: string | null
  readonly unreachable: boolean
  readonly messageId: number | null
  /** The message as Telegram returned it, when it did. */
  readonly result: unknown
}

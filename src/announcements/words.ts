import type { JobRole } from '../people/index.ts'

/** What can be announced: each arrives exactly as it was written, with its formatting. */
export const announcementKinds = [
  'text',
  'photo',
  'video',
  'animation',
  'document',
  'audio',
  'voice',
  'poll',
] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

export const announcementStates = [
  'draft',
  'awaiting_approval',
  'scheduled',
  'undoable',
  'sending',
  'paused',
  'cancelled',
  'done',
  'recalled',
] as const
export type AnnouncementState = (typeof announcementStates)[number]

/** What became of one recipient's copy; null in the table while it is on its way. */
export const outcomes = ['sent', 'unreachable', 'failed', 'uncertain', 'cancelled'] as const
export type RecipientOutcome = (typeof outcomes)[number]

/** Whom an announcement is for, within the author's reach. Empty lists: no such limit. */
export interface Audience {
  /** Ids of units; those below them count in. */
  readonly units: readonly string[]
  readonly roles: readonly JobRole[]
  /** Ids of tracks that a person is on, or has done. */
  readonly tracks: readonly string[]
  /** `lagging`: those who lag behind by the one rule, learning/lagging. */
  readonly state: 'all' | 'lagging'
}

export const EVERYBODY: Audience = { units: [], roles: [], tracks: [], state: 'all' }

/** A poll is asked anew in each chat, since Telegram reports no votes in a poll that was copied. */
export interface AnnouncedPoll {
  readonly question: string
  readonly options: readonly string[]
  readonly multiple: boolean
  /** Positions of the right answers of a quiz; null: it is none. */
  readonly correct: readonly number[] | null
  readonly explanation: string | null
}

/** The text that took the place of the first one, or of the one below a picture. */
export interface Correction {
  readonly text: string
  readonly entities: readonly Readonly<Record<string, unknown>>[]
}

/** Who has to agree before it goes: nobody, a second coordinator or admin, an admin. */
export type NeededApproval = 'none' | 'second' | 'admin'

/** Why one is paused that nobody has paused: working hours are over, and it keeps to them. */
export const CLOSED = 'closed'

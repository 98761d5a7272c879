import type { Context } from 'grammy'
import type { Catalogue } from '../content/index.ts'
import type { Rhythm, WorkCalendar } from '../learning/index.ts'
import type { Locale, Person, Roles } from '../people/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db/index.ts'
import type { Logger } from '../platform/logger.ts'
import type { PersonalKind } from '../privacy/index.ts'
import type { Texts } from './texts.ts'

/** What handlers need of the world; the composition root fills it in. */
export interface BotDependencies {
  readonly clock: Clock
  readonly texts: Texts
  /** The catalogue that is live now. */
  readonly catalogue: () => Catalogue
  readonly botUsername: string
  readonly adminIds: readonly number[]
  readonly timezone: string
  readonly locale: Locale
  /** Seals personal numbers; undefined: none is asked for. */
  readonly dataSecret: string | undefined
  /** The version of the privacy notice that is asked for now. */
  readonly noticeVersion: number
  readonly firstNudgeAt: (person: Rhythm, calendar: WorkCalendar, moment: Date) => Date
  /**
   * Takes up the lessons as they stand in the folder, and tells the person with this id what came of
   * it. For `Scope.after`: it has a transaction of its own, and must not run inside a handler's.
   */
  readonly reloadLessons: (askedBy: string) => Promise<void>
  /**
   * Takes a file of days off that was sent to the chat, or says what it would change, and tells that
   * person. For `Scope.after`.
   */
  readonly importDays: (wish: {
    readonly by: string
    readonly fileId: string
    readonly fileName: string
    readonly apply: boolean
  }) => Promise<void>
  /** Moves what waits by the changes of working days that were noted. For `Scope.after`. */
  readonly replan: () => Promise<void>
  /** Makes a link to a page of ours. @returns its number, for the view that shows its address */
  readonly makePageLink: (
    tx: Db,
    wish: { readonly personId: string; readonly path: string },
    now: Date,
  ) => Promise<string>
  /** Drops what is parked in the queues, and tells that person. For `Scope.after`. */
  readonly dropParked: (by: string) => Promise<void>
  /** Something about an announcement was decided. For `Scope.after`: it sees what is committed. */
  readonly wakeAnnouncer: () => Promise<void>
  /** A file is to be written or read. For `Scope.after`: whoever does it sees what is committed. */
  readonly wakeExchange: (work: {
    readonly kind: 'export' | 'import'
    readonly id: number
  }) => Promise<void>
}

/** One update being handled: its transaction, who sent it, and what is to follow the commit. */
export interface Scope {
  readonly tx: Db
  readonly deps: BotDependencies
  readonly log: Logger
  readonly now: Date
  /** Telegram's id of the sender. */
  readonly senderId: number
  person: Person | undefined
  roles: Roles
  /** Kinds of personal data that were masked in what the person sent just now. */
  readonly found: readonly PersonalKind[]
  /** Outbox rows to send right after the commit. */
  readonly replies: number[]
  readonly after: (() => Promise<void>)[]
  /** Set by the last middleware: nobody handles this kind of update. */
  unknown: boolean
}

export type BotContext = Context & { scope: Scope }

/** For how long the feeder leaves a reply alone, because it is sent right after the commit. */
export const REPLY_HELD_MS = 5000

/** Who is known and has finished joining; others are led through joining first. */
export type JoinedScope = Scope & { person: Person }

export function isJoined(scope: Scope): scope is JoinedScope {
  return scope.person !== undefined && scope.person.joinStep === null
}

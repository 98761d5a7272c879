import type { AddressForm, JobRole, JoinStep, Locale } from './words.ts'

export interface Person {
  readonly id: string
  readonly telegramId: number
  readonly chatId: number
  readonly name: string
  readonly addressForm: AddressForm | null
  readonly jobRole: JobRole | null
  readonly locale: Locale
  readonly timezone: string
  /** Minutes after midnight in the person's zone. */
  readonly lessonMinute: number
  /** The person's own hours, minutes after midnight; null: those of the unit's calendar. */
  readonly dayBegins: number | null
  readonly dayEnds: number | null
  /** Lessons of a week at once on this day (ISO 1 … 7); null: each working day. */
  readonly weeklyOn: number | null
  readonly unitId: string | null
  readonly joinStep: JoinStep | null
  readonly awaiting: string | null
  readonly joinedAt: Date | null
  readonly paused: boolean
  /** The pause came by itself, since nothing was answered for long: an answer ends it. */
  readonly pausedItself: boolean
  /** Since when the person wishes no reminders; null: they may come. */
  readonly unremindedSince: Date | null
  readonly unreachableSince: Date | null
  readonly menu: string | null
  /** Came by a poster's code, and no coordinator has said yet that the person is theirs. */
  readonly unconfirmedSince: Date | null
  /** Since when the person is no longer with the organisation: what was learned stays, nothing comes. */
  readonly movedAwayAt: Date | null
  /** Since when the person wants the data kept and not used; moved away as well. */
  readonly restrictedSince: Date | null
  /** The newest version of the notice that the person agreed to; null: none, or taken back. */
  readonly noticeVersion: number | null
}

/** What a person may do beyond learning. */
export interface Roles {
  readonly admin: boolean
  /** Units that the person coordinates, with all below them. */
  readonly coordinates: readonly string[]
}

/** 09.00: after Monday's apel (about 07.30-08.30), before Friday's prayer. */
export const DEFAULT_LESSON_MINUTE = 9 * 60

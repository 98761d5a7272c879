import type { CivilDay, Leave, LeaveKind } from '../../learning/index.ts'

export type LeaveTextFault =
  | 'unclear'
  /** "30 Februari" */
  | 'no_such_day'
  | 'ends_before_it_begins'
  | 'past'
  /** Begins more than a year from now. */
  | 'too_far'
  | 'too_long'
  /** "mulai Senin", and no word of its end. */
  | 'no_end'
  /** "5 hari kerja": days are counted as the calendar has them. */
  | 'working_days'

/** A date as somebody typed it, which need not exist. */
export interface TypedDate {
  readonly day: number
  readonly month: number
  readonly year: number | null
}

/** What was understood of a typed leave; `kind` is null where no word says it. */
export type LeaveReading =
  | { readonly is: 'days'; readonly days: Leave; readonly kind: LeaveKind | null }
  /** Until the person returns. */
  | { readonly is: 'open' }
  /** "sakit", and no word of how long. */
  | { readonly is: 'kind'; readonly kind: LeaveKind }
  /** It can mean several; each can be had. */
  | {
      readonly is: 'ambiguous'
      readonly readings: readonly Leave[]
      readonly kind: LeaveKind | null
    }
  | {
      readonly is: 'fault'
      readonly fault: LeaveTextFault
      readonly kind: LeaveKind | null
      /** The date that does not exist. */
      readonly date: TypedDate | null
      /** The day at which it fails: the last of what is past, the first of what is too far. */
      readonly day: CivilDay | null
    }

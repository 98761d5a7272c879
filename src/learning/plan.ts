import { isPaused } from '../people/index.ts'
import { civilDay, type CivilDay } from './calendar/civil-day.ts'
import {
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './calendar/teaching-moment.ts'

/** What planning needs to know of an enrolment that has become due. */
export interface DueEnrolment extends Rhythm {
  readonly nextDueAt: Date
  readonly paused: boolean
  /** Null with `paused`: until the person returns. */
  readonly pausedUntil: Date | null
  readonly reachable: boolean
  /** A lesson stands unanswered in the chat. */
  readonly hasOpenLesson: boolean
  /** Lessons of the track that the person has not had. */
  readonly lessonsLeft: number
}

export type Plan =
  | {
      readonly kind: 'deliver'
      readonly cause: 'due' | 'catch_up'
      readonly day: CivilDay
      /** Not worth sending later. */
      readonly notAfter: Date
      readonly nextDueAt: Date
    }
  /** Nothing now; look again then (null: when the person returns). */
  | { readonly kind: 'wait'; readonly nextDueAt: Date | null }
  | { readonly kind: 'done' }

/**
 * What to do about an enrolment whose moment has come. At most one unanswered lesson stands in a
 * chat; whoever was due while the system was down gets one lesson, not a pile, and never in quiet
 * hours or on a day off.
 */
export function plan(enrolment: DueEnrolment, daysOff: DaysOff, now: Date): Plan {
  const { timezone, pausedUntil } = enrolment
  if (isPaused(enrolment, now)) {
    return {
      kind: 'wait',
      nextDueAt: pausedUntil === null ? null : nextTeachingMoment(enrolment, daysOff, pausedUntil),
    }
  }
  if (enrolment.hasOpenLesson || !enrolment.reachable) {
    return { kind: 'wait', nextDueAt: nextDayTeachingMoment(enrolment, daysOff, now) }
  }
  if (enrolment.lessonsLeft === 0) return { kind: 'done' }
  if (!isOpen(timezone, daysOff, now)) {
    return { kind: 'wait', nextDueAt: nextTeachingMoment(enrolment, daysOff, now) }
  }
  const day = civilDay(timezone, now)
  return {
    kind: 'deliver',
    cause: civilDay(timezone, enrolment.nextDueAt) < day ? 'catch_up' : 'due',
    day,
    notAfter: dayCloses(timezone, now),
    nextDueAt: nextDayTeachingMoment(enrolment, daysOff, now),
  }
}

import { isPaused } from '../people/index.ts'
import { civilDay, type CivilDay } from './calendar/civil-day.ts'
import {
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextTeachingMoment,
} from './calendar/teaching-moment.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'

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
  /** The latest civil day on which a lesson came or was asked for; null: none yet. */
  readonly taughtOn: CivilDay | null
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
 * hours, on a day off or on leave, nor twice on one civil day.
 */
export function plan(enrolment: DueEnrolment, calendar: WorkCalendar, now: Date): Plan {
  const { timezone, pausedUntil, taughtOn } = enrolment
  if (isPaused(enrolment, now)) {
    return {
      kind: 'wait',
      nextDueAt:
        pausedUntil === null
          ? null
          : nextTeachingMoment(enrolment, calendar, pausedUntil, taughtOn),
    }
  }
  if (enrolment.hasOpenLesson || !enrolment.reachable) {
    return { kind: 'wait', nextDueAt: nextDayTeachingMoment(enrolment, calendar, now) }
  }
  if (enrolment.lessonsLeft === 0) return { kind: 'done' }
  const day = civilDay(timezone, now)
  const hadToday = taughtOn !== null && taughtOn >= day
  if (hadToday || !isOpen(enrolment, calendar, now)) {
    return { kind: 'wait', nextDueAt: nextTeachingMoment(enrolment, calendar, now, taughtOn) }
  }
  return {
    kind: 'deliver',
    cause: civilDay(timezone, enrolment.nextDueAt) < day ? 'catch_up' : 'due',
    day,
    notAfter: dayCloses(enrolment, calendar, now),
    nextDueAt: nextDayTeachingMoment(enrolment, calendar, now),
  }
}

import { isPaused } from '../people/index.ts'
import { civilDay, type CivilDay } from './calendar/civil-day.ts'
import { isRestDay, nextDayRestMoment, nextRestMoment } from './calendar/rest-rhythm.ts'
import {
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './calendar/teaching-moment.ts'

/**
 * What there is to do for a person: a lesson stands `open` in the chat; a `lesson` is to come; or
 * every lesson has been had, and the person is at `rest`, with reviews alone.
 */
export const works = ['open', 'lesson', 'rest'] as const
export type Work = (typeof works)[number]

/** What planning needs to know of people who have become due; equal ones are one class. */
export interface DueLearner extends Rhythm {
  readonly paused: boolean
  /** Null with `paused`: until the person returns. */
  readonly pausedUntil: Date | null
  readonly reachable: boolean
  /** Due on an earlier civil day than today's: something kept it from coming. */
  readonly late: boolean
  readonly work: Work
}

export type Plan =
  | {
      readonly kind: 'deliver'
      readonly cause: 'due' | 'catch_up' | 'asked'
      readonly day: CivilDay
      /** Not worth sending later. */
      readonly notAfter: Date
      readonly nextDueAt: Date | null
    }
  /** Nothing now; look again then (null: when the person returns). */
  | { readonly kind: 'wait'; readonly nextDueAt: Date | null }

/**
 * What to do about people whose moment has come. At most one unanswered lesson stands in a chat;
 * whoever was due while the system was down gets one lesson, not a pile, and never in quiet hours
 * or on a day off.
 */
export function plan(learner: DueLearner, daysOff: DaysOff, now: Date): Plan {
  const { timezone, pausedUntil, work } = learner
  const resting = work === 'rest'
  const next = resting ? nextRestMoment : nextTeachingMoment
  const nextDay = resting ? nextDayRestMoment : nextDayTeachingMoment
  if (isPaused(learner, now)) {
    return {
      kind: 'wait',
      nextDueAt: pausedUntil === null ? null : next(learner, daysOff, pausedUntil),
    }
  }
  if (work === 'open' || !learner.reachable) {
    return { kind: 'wait', nextDueAt: nextDay(learner, daysOff, now) }
  }
  const day = civilDay(timezone, now)
  if (!isOpen(timezone, daysOff, now) || (resting && !isRestDay(day))) {
    return { kind: 'wait', nextDueAt: next(learner, daysOff, now) }
  }
  return {
    kind: 'deliver',
    cause: learner.late ? 'catch_up' : 'due',
    day,
    notAfter: dayCloses(timezone, now),
    nextDueAt: nextDay(learner, daysOff, now),
  }
}

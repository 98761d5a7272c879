import { civilDay, type CivilDay } from './calendar/civil-day.ts'
import { bringsOn, nextLessonMoment, nextMomentAtRest } from './calendar/own-rhythm.ts'
import { dayCloses, isOpen } from './calendar/teaching-moment.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'

/**
 * What there is to do for a person: a lesson stands `open` in the chat; a `lesson` is to come; or
 * every lesson has been had, and the person is at `rest`, with reviews alone.
 */
export const works = ['open', 'lesson', 'rest'] as const
export type Work = (typeof works)[number]

/** What planning needs to know of people who have become due; equal ones are one class. */
export interface DueLearner extends Rhythm {
  readonly paused: boolean
  readonly reachable: boolean
  /** Due on an earlier civil day than today's: something kept it from coming. */
  readonly late: boolean
  /** The latest civil day on which a lesson came or was asked for; null: before today, or none. */
  readonly taughtOn: CivilDay | null
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
 * whoever was due while the system was down gets one lesson, not a pile, and never in quiet hours,
 * on a day off or on leave, nor twice on one civil day.
 */
export function plan(learner: DueLearner, calendar: WorkCalendar, now: Date): Plan {
  const { timezone, taughtOn, work } = learner
  const resting = work === 'rest'
  const next = resting ? nextMomentAtRest : nextLessonMoment
  if (learner.paused) return { kind: 'wait', nextDueAt: null }
  const day = civilDay(timezone, now)
  if (work === 'open' || !learner.reachable) {
    return { kind: 'wait', nextDueAt: next(learner, calendar, now, day) }
  }
  const hadToday = taughtOn !== null && taughtOn >= day
  const closed = !isOpen(learner, calendar, now) || !bringsOn(learner, calendar, day, resting)
  if (hadToday || closed) {
    return { kind: 'wait', nextDueAt: next(learner, calendar, now, taughtOn) }
  }
  return {
    kind: 'deliver',
    cause: learner.late ? 'catch_up' : 'due',
    day,
    notAfter: dayCloses(learner, calendar, now),
    nextDueAt: next(learner, calendar, now, day),
  }
}

import { isPaused } from '../people/index.ts'
import {
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './calendar/teaching-moment.ts'

/** What decides when a person's next lesson comes. */
export interface Standing extends Rhythm {
  readonly paused: boolean
  /** Null with `paused`: until the person returns. */
  readonly pausedUntil: Date | null
  /** A lesson stands unanswered in the chat. */
  readonly hasOpenLesson: boolean
  /** Lessons of the track that the person has not had. */
  readonly lessonsLeft: number
  /** A lesson came, or was asked for, on this civil day. */
  readonly hadToday: boolean
}

/**
 * What comes next for a person, as every answer says it: a lesson at a moment (`due`); none before
 * the one that stands open is answered (`open`), before the person returns (`return`), or at all
 * (`done`, `not_enrolled`). `at` is when the planner looks again; null: not by itself.
 */
export type NextMoment =
  | { readonly kind: 'due'; readonly at: Date }
  | { readonly kind: 'open'; readonly at: Date | null }
  | { readonly kind: 'return' | 'done' | 'not_enrolled'; readonly at: null }

/** The one rule of what is promised and planned: it knows pause, open lesson and end of track. */
export function nextMoment(standing: Standing, daysOff: DaysOff, now: Date): NextMoment {
  if (standing.lessonsLeft === 0 && !standing.hasOpenLesson) return { kind: 'done', at: null }
  const at = teachingMoment(standing, daysOff, now)
  if (standing.hasOpenLesson) return { kind: 'open', at }
  return at === null ? { kind: 'return', at } : { kind: 'due', at }
}

/** Never twice on one civil day, and never within a pause; null: paused until further notice. */
function teachingMoment(standing: Standing, daysOff: DaysOff, now: Date): Date | null {
  const next = standing.hadToday
    ? nextDayTeachingMoment(standing, daysOff, now)
    : nextTeachingMoment(standing, daysOff, now)
  if (!isPaused(standing, now)) return next
  const { pausedUntil } = standing
  if (pausedUntil === null) return null
  return next > pausedUntil ? next : nextTeachingMoment(standing, daysOff, pausedUntil)
}

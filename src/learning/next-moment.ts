import { isPaused } from '../people/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'
import { nextTeachingMoment } from './calendar/teaching-moment.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'

/** What decides when a person's next lesson comes. */
export interface Standing extends Rhythm {
  readonly paused: boolean
  /** Null with `paused`: until the person returns. */
  readonly pausedUntil: Date | null
  /** A lesson stands unanswered in the chat. */
  readonly hasOpenLesson: boolean
  /** Lessons of the track that the person has not had. */
  readonly lessonsLeft: number
  /** The latest civil day on which a lesson came or was asked for; null: none yet. */
  readonly taughtOn: CivilDay | null
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
export function nextMoment(standing: Standing, calendar: WorkCalendar, now: Date): NextMoment {
  if (standing.lessonsLeft === 0 && !standing.hasOpenLesson) return { kind: 'done', at: null }
  const at = teachingMoment(standing, calendar, now)
  if (standing.hasOpenLesson) return { kind: 'open', at }
  return at === null ? { kind: 'return', at } : { kind: 'due', at }
}

/** Never twice on one civil day, and never within a pause; null: paused until further notice. */
export function teachingMoment(
  standing: Omit<Standing, 'hasOpenLesson' | 'lessonsLeft'>,
  calendar: WorkCalendar,
  now: Date,
): Date | null {
  const { pausedUntil, taughtOn } = standing
  if (!isPaused(standing, now)) return nextTeachingMoment(standing, calendar, now, taughtOn)
  return pausedUntil === null ? null : nextTeachingMoment(standing, calendar, pausedUntil, taughtOn)
}

import { isPaused } from '../people/index.ts'
import { nextDayRestMoment, nextRestMoment } from './calendar/rest-rhythm.ts'
import {
  nextDayTeachingMoment,
  nextTeachingMoment,
  type DaysOff,
  type Rhythm,
} from './calendar/teaching-moment.ts'
import type { Work } from './plan.ts'

/** What decides when a person's next lesson comes. */
export interface Standing extends Rhythm {
  readonly paused: boolean
  /** Null with `paused`: until the person returns. */
  readonly pausedUntil: Date | null
  readonly work: Work
  /** A lesson came, or was asked for, on this civil day. */
  readonly hadToday: boolean
}

/**
 * What comes next for a person, as every answer says it: a lesson at a moment (`due`); reviews alone
 * (`rest`); none before the one that stands open is answered (`open`), before the person returns
 * (`return`), or at all (`not_enrolled`). `at` is when the planner looks again; null: not by itself.
 */
export type NextMoment =
  | { readonly kind: 'due'; readonly at: Date }
  | { readonly kind: 'open' | 'rest'; readonly at: Date | null }
  | { readonly kind: 'return' | 'not_enrolled'; readonly at: null }

/** The one rule of what is promised and planned: it knows pause, open lesson and rest. */
export function nextMoment(standing: Standing, daysOff: DaysOff, now: Date): NextMoment {
  const at = teachingMoment(standing, daysOff, now)
  if (standing.work !== 'lesson') return { kind: standing.work, at }
  return at === null ? { kind: 'return', at } : { kind: 'due', at }
}

/** Never twice on one civil day, and never within a pause; null: paused until further notice. */
function teachingMoment(standing: Standing, daysOff: DaysOff, now: Date): Date | null {
  const resting = standing.work === 'rest'
  const following = resting ? nextRestMoment : nextTeachingMoment
  const onLaterDay = resting ? nextDayRestMoment : nextDayTeachingMoment
  const next = (standing.hadToday ? onLaterDay : following)(standing, daysOff, now)
  if (!isPaused(standing, now)) return next
  const { pausedUntil } = standing
  if (pausedUntil === null) return null
  return next > pausedUntil ? next : following(standing, daysOff, pausedUntil)
}

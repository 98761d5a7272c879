import type { CivilDay } from './calendar/civil-day.ts'
import { nextLessonMoment, nextMomentAtRest } from './calendar/own-rhythm.ts'
import type { Rhythm, WorkCalendar } from './calendar/work-calendar.ts'
import type { Work } from './plan.ts'

/** What decides when a person's next lesson comes. */
export interface Standing extends Rhythm {
  readonly paused: boolean
  readonly work: Work
  /** The latest civil day on which a lesson came or was asked for; null: none yet. */
  readonly taughtOn: CivilDay | null
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
export function nextMoment(standing: Standing, calendar: WorkCalendar, now: Date): NextMoment {
  const at = teachingMoment(standing, calendar, now)
  if (standing.work !== 'lesson') return { kind: standing.work, at }
  return at === null ? { kind: 'return', at } : { kind: 'due', at }
}

/** Never twice on one civil day, and never within a pause; null: paused, until the person returns. */
export function teachingMoment(standing: Standing, calendar: WorkCalendar, now: Date): Date | null {
  const { paused, taughtOn, work } = standing
  const next = work === 'rest' ? nextMomentAtRest : nextLessonMoment
  return paused ? null : next(standing, calendar, now, taughtOn)
}

import {
  allowedMinute,
  civilDay,
  isOpen,
  momentOf,
  nextDayTeachingMoment,
  type DaysOff,
  type Rhythm,
} from '../learning/index.ts'

/** How long after the lesson's hour a person who has not answered is reminded, in minutes. */
const AFTER_LESSON_MIN = 5 * 60

/** The last reminder of a day leaves time to answer before the day closes at 18.00. */
const LATEST_MINUTE = 16 * 60 + 30

/** Whoever got a lesson a moment ago is not pressed: there are two hours to read it first. */
const LEAST_AFTER_MS = 2 * 3600_000

/** Reminders for one lesson; then silence, until the person comes back. Persistence is not kindness. */
export const MAX_STEPS = 5

/** The minute of the day's reminder for a person with this rhythm. */
function nudgeMinute(day: string, lessonMinute: number): number {
  return allowedMinute(day, Math.min(LATEST_MINUTE, lessonMinute + AFTER_LESSON_MIN))
}

/**
 * The first reminder for a lesson that comes at `moment`: the same day, at least two hours later, or
 * the next working day.
 */
export function firstNudgeAt(rhythm: Rhythm, daysOff: DaysOff, moment: Date): Date {
  const readBy = new Date(moment.getTime() + LEAST_AFTER_MS - 1)
  return nudgeAfter(rhythm, daysOff, moment, readBy)
}

/** The reminder of the day of `moment` when it comes after `earliest`, else that of a later day. */
function nudgeAfter(rhythm: Rhythm, daysOff: DaysOff, moment: Date, earliest: Date): Date {
  const day = civilDay(rhythm.timezone, moment)
  const today = momentOf(rhythm.timezone, day, nudgeMinute(day, rhythm.lessonMinute))
  return today > earliest && isOpen(rhythm.timezone, daysOff, today)
    ? today
    : nextNudgeAt(rhythm, daysOff, moment)
}

/** The reminder of the next working day after that of `moment`. */
export function nextNudgeAt(rhythm: Rhythm, daysOff: DaysOff, moment: Date): Date {
  const next = nextDayTeachingMoment(rhythm, daysOff, moment)
  const day = civilDay(rhythm.timezone, next)
  return momentOf(rhythm.timezone, day, nudgeMinute(day, rhythm.lessonMinute))
}

/** What is known when a reminder has become due. */
export interface DueNudge extends Rhythm {
  readonly paused: boolean
  readonly reachable: boolean
  /** The lesson and its quiz have arrived. */
  readonly delivered: boolean
  /** Reminders sent for this lesson so far. */
  readonly steps: number
}

export type NudgePlan =
  | { readonly kind: 'remind'; readonly step: number; readonly nextAt: Date | null }
  | { readonly kind: 'wait'; readonly nextAt: Date | null }

/** Whether to remind now. Never in quiet hours, on a day off, who paused, or for what never came. */
export function planNudge(nudge: DueNudge, daysOff: DaysOff, now: Date): NudgePlan {
  const nextAt = nextNudgeAt(nudge, daysOff, now)
  if (nudge.steps >= MAX_STEPS) return { kind: 'wait', nextAt: null }
  if (nudge.paused || !nudge.reachable || !nudge.delivered) return { kind: 'wait', nextAt }
  if (!isOpen(nudge.timezone, daysOff, now)) {
    return { kind: 'wait', nextAt: nudgeAfter(nudge, daysOff, now, now) }
  }
  const step = nudge.steps + 1
  return { kind: 'remind', step, nextAt: step >= MAX_STEPS ? null : nextAt }
}

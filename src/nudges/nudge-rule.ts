import {
  allowedMinute,
  civilDay,
  hoursOn,
  isOpen,
  momentOf,
  nextDayTeachingMoment,
  nextTeachingMoment,
  type Rhythm,
  type WorkCalendar,
} from '../learning/index.ts'

/** How long after the lesson's hour a person who has not answered is reminded, in minutes. */
const AFTER_LESSON_MIN = 5 * 60

/** The last reminder of a day leaves so many minutes to answer before the day closes. */
const BEFORE_CLOSING_MIN = 90

/** Whoever got a lesson a moment ago is not pressed: there are two hours to read it first. */
const LEAST_AFTER_MS = 2 * 3600_000

/** Reminders for one lesson; then silence, until the person comes back. Persistence is not kindness. */
export const MAX_STEPS = 5

/** The moment of the reminder of `day` for a person with this rhythm. */
function nudgeOn(person: Rhythm, calendar: WorkCalendar, day: string): Date {
  const latest = hoursOn(person, calendar, day).ends - BEFORE_CLOSING_MIN
  const wish = Math.min(latest, person.lessonMinute + AFTER_LESSON_MIN)
  return momentOf(person.timezone, day, allowedMinute(person, calendar, day, wish))
}

/**
 * The first reminder for a lesson that comes at `moment`: the same day, at least two hours later, or
 * the next working day.
 */
export function firstNudgeAt(person: Rhythm, calendar: WorkCalendar, moment: Date): Date {
  if (person.weeklyOn != null) return twoDaysLater(person, calendar, moment)
  const readBy = new Date(moment.getTime() + LEAST_AFTER_MS - 1)
  return nudgeAfter(person, calendar, moment, readBy)
}

/** The reminder of the day of `moment` when it comes after `earliest`, else that of a later day. */
function nudgeAfter(person: Rhythm, calendar: WorkCalendar, moment: Date, earliest: Date): Date {
  const today = nudgeOn(person, calendar, civilDay(person.timezone, moment))
  return today > earliest && isOpen(person, calendar, today)
    ? today
    : nextNudgeAt(person, calendar, moment)
}

/**
 * The reminder of the next working day after that of `moment`; a week later for whoever has the
 * lessons of a week at once, and so a week to answer them.
 */
export function nextNudgeAt(person: Rhythm, calendar: WorkCalendar, moment: Date): Date {
  const from = person.weeklyOn == null ? moment : new Date(moment.getTime() + SIX_DAYS_MS)
  const next = nextDayTeachingMoment(person, calendar, from)
  return nudgeOn(person, calendar, civilDay(person.timezone, next))
}

/** Six days after a moment, the next working day is that of a week later. */
const SIX_DAYS_MS = 6 * 24 * 3600_000

/** The first reminder of a week's bundle: on the second working day after it. */
function twoDaysLater(person: Rhythm, calendar: WorkCalendar, moment: Date): Date {
  const next = nextDayTeachingMoment(person, calendar, moment)
  const after = nextDayTeachingMoment(person, calendar, next)
  return nudgeOn(person, calendar, civilDay(person.timezone, after))
}

/**
 * The reminder that comes next after a change of calendar or leave, for a lesson that came at `dueAt`
 * and was last reminded of on the civil day `nudgedOn`: still with two hours to read it, and never
 * twice a day.
 */
export function renewedNudgeAt(
  person: Rhythm,
  calendar: WorkCalendar,
  lesson: { readonly dueAt: Date; readonly nudgedOn: string | null; readonly now: Date },
): Date {
  const { dueAt, nudgedOn, now } = lesson
  if (person.weeklyOn != null) {
    const first = firstNudgeAt(person, calendar, dueAt)
    return nudgedOn === null && first > now ? first : nextNudgeAt(person, calendar, now)
  }
  if (nudgedOn !== null && nudgedOn >= civilDay(person.timezone, now)) {
    const next = nextTeachingMoment(person, calendar, now, nudgedOn)
    return nudgeOn(person, calendar, civilDay(person.timezone, next))
  }
  const readBy = new Date(dueAt.getTime() + LEAST_AFTER_MS - 1)
  return nudgeAfter(person, calendar, now, readBy > now ? readBy : now)
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
export function planNudge(nudge: DueNudge, calendar: WorkCalendar, now: Date): NudgePlan {
  const nextAt = nextNudgeAt(nudge, calendar, now)
  if (nudge.steps >= MAX_STEPS) return { kind: 'wait', nextAt: null }
  if (nudge.paused || !nudge.reachable || !nudge.delivered) return { kind: 'wait', nextAt }
  if (!isOpen(nudge, calendar, now)) {
    return { kind: 'wait', nextAt: nudgeAfter(nudge, calendar, now, now) }
  }
  const step = nudge.steps + 1
  return { kind: 'remind', step, nextAt: step >= MAX_STEPS ? null : nextAt }
}

import {
  allowedMinute,
  civilDay,
  hoursOn,
  isOpen,
  momentOf,
  nextDayTeachingMoment,
  nextTeachingMoment,
  type CivilDay,
  type Rhythm,
  type WorkCalendar,
} from '../learning/index.ts'

/**
 * The steps for a lesson that stays open: a gentle reminder on its day; another tone, with a way back
 * of five minutes, on the next working day; on the fourth day a question that was learned before in
 * place of the lesson; and then a pause by itself, which the person is told with one tap to return.
 */
export const rungs = ['gentle', 'fresh', 'review', 'pause'] as const
export type Rung = (typeof rungs)[number]

/** Of a step by its place from 1, as it is stored. */
export function rungAt(place: number): Rung | undefined {
  return rungs[place - 1]
}

/** Working days from each step to the next; before the first as for one that was begun anew. */
const GAPS = [1, 1, 2, 1] as const

/** While somebody is on pause, or wishes no reminders, one looks again on the next working day. */
const LOOKS_AGAIN = 1

/** How long after the lesson's hour a person who has not answered is reminded, in minutes. */
const AFTER_LESSON_MIN = 5 * 60

/** The last reminder of a day leaves so many minutes to answer before the day closes. */
const BEFORE_CLOSING_MIN = 90

/** Whoever got a lesson or wrote a moment ago is not pressed: there are two hours first. */
const LEAST_AFTER_MS = 2 * 3600_000

/** The moment of the reminder of `day` for a person with this rhythm. */
function nudgeOn(person: Rhythm, calendar: WorkCalendar, day: CivilDay): Date {
  const latest = hoursOn(person, calendar, day).ends - BEFORE_CLOSING_MIN
  const wish = Math.min(latest, person.lessonMinute + AFTER_LESSON_MIN)
  return momentOf(person.timezone, day, allowedMinute(person, calendar, day, wish))
}

/**
 * The first reminder for a lesson that comes at `moment`: the same day, at least two hours later, or
 * the next working day; of a week's bundle, the second working day after it.
 */
export function firstNudgeAt(person: Rhythm, calendar: WorkCalendar, moment: Date): Date {
  if (person.weeklyOn != null)
    return nextNudgeAt({ ...person, weeklyOn: null }, calendar, moment, 2)
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

/** Six days after a moment, the next working day is that of a week later. */
const SIX_DAYS_MS = 6 * 24 * 3600_000

/**
 * The reminder `days` working days after that of `moment`; of whoever has the lessons of a week at
 * once, and so a week to answer them, a week later.
 */
export function nextNudgeAt(
  person: Rhythm,
  calendar: WorkCalendar,
  moment: Date,
  days: number = LOOKS_AGAIN,
): Date {
  const weekly = person.weeklyOn != null
  let next = weekly ? new Date(moment.getTime() + SIX_DAYS_MS) : moment
  for (let day = 0; day < (weekly ? 1 : days); day++) {
    next = nextDayTeachingMoment(person, calendar, next)
  }
  return nudgeOn(person, calendar, civilDay(person.timezone, next))
}

/** What a person has been reminded of a lesson so far. */
export interface Climbed {
  /** Steps of the ladder since the person last wrote, tapped or answered. */
  readonly climbed: number
  /** The latest civil day on which any reminder came; null: none so far. */
  readonly nudgedOn: CivilDay | null
}

/**
 * The reminder that comes next after a change of calendar or leave, for a lesson that came at `dueAt`:
 * still with two hours to read it, never twice a day, and not before its step has come.
 */
export function renewedNudgeAt(
  person: Rhythm,
  calendar: WorkCalendar,
  lesson: Climbed & { readonly dueAt: Date; readonly now: Date },
): Date {
  const { dueAt, nudgedOn, now } = lesson
  if (person.weeklyOn != null) {
    const first = firstNudgeAt(person, calendar, dueAt)
    return nudgedOn === null && first > now ? first : nextNudgeAt(person, calendar, now)
  }
  if (nudgedOn !== null) {
    const noon = momentOf(person.timezone, nudgedOn, 12 * 60)
    const wished = nextNudgeAt(person, calendar, noon, gapAfter(lesson.climbed))
    if (wished > now) return wished
    if (nudgedOn >= civilDay(person.timezone, now)) {
      const next = nextTeachingMoment(person, calendar, now, nudgedOn)
      return nudgeOn(person, calendar, civilDay(person.timezone, next))
    }
  }
  const readBy = new Date(dueAt.getTime() + LEAST_AFTER_MS - 1)
  return nudgeAfter(person, calendar, now, readBy > now ? readBy : now)
}

function gapAfter(climbed: number): number {
  return GAPS[climbed] ?? LOOKS_AGAIN
}

/** What is known when a reminder has become due. */
export interface DueNudge extends Rhythm, Climbed {
  readonly paused: boolean
  readonly reachable: boolean
  /** The person wishes no reminders. */
  readonly unreminded: boolean
  /** The lesson and its quiz have arrived. */
  readonly delivered: boolean
  /** Wrote, tapped or answered within the last two hours. */
  readonly justHere: boolean
}

export type NudgePlan =
  /** `place` of the step, from 1; at the last one the pause begins. */
  | { readonly kind: 'climb'; readonly place: number; readonly nextAt: Date }
  | { readonly kind: 'wait'; readonly nextAt: Date }

/** Whether somebody who was here at `at` is not to be pressed at `now`. */
export function wasJustHere(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < LEAST_AFTER_MS
}

/**
 * The next step of the ladder, or none now: never in quiet hours, on a day off or on leave, twice on a
 * day, for what never came, nor to whoever paused, cannot be reached, wishes none or was just here.
 * After the last step nothing comes any more until the person does: persistence is not kindness.
 */
export function planNudge(nudge: DueNudge, calendar: WorkCalendar, now: Date): NudgePlan {
  const place = nudge.climbed + 1
  const over = rungAt(place) === undefined
  const left = nudge.paused || nudge.unreminded || !nudge.reachable || !nudge.delivered
  const today = civilDay(nudge.timezone, now)
  const hadToday = nudge.nudgedOn !== null && nudge.nudgedOn >= today
  if (over || left || hadToday || nudge.justHere) {
    return { kind: 'wait', nextAt: nextNudgeAt(nudge, calendar, now) }
  }
  if (!isOpen(nudge, calendar, now)) {
    return { kind: 'wait', nextAt: nudgeAfter(nudge, calendar, now, now) }
  }
  return { kind: 'climb', place, nextAt: nextNudgeAt(nudge, calendar, now, gapAfter(place)) }
}

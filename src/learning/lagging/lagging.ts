import { addCivilDays, type CivilDay } from '../calendar/civil-day.ts'
import { leaveOn, type Leave } from '../calendar/leave.ts'

/** Why somebody lags, in the order in which a coordinator can do something about it. */
export const laggingReasons = ['unanswered', 'unstarted', 'blocked', 'away', 'paused'] as const
export type LaggingReason = (typeof laggingReasons)[number]

/** Those of whom it is said that they lag behind, and whom a reminder can help; the others are away. */
const behindReasons: readonly LaggingReason[] = ['unanswered', 'unstarted']

/** What decides whether somebody lags; participation alone, no answer and no score. */
export interface LaggingFacts {
  /** The person's civil day. */
  readonly today: CivilDay
  /** The day of the lesson that stands open; null: none does. */
  readonly dueDay: CivilDay | null
  /** Has ever answered or skipped a lesson. */
  readonly started: boolean
  /** Leaves, and pauses that are over or not, since `dueDay`; in whatever order. */
  readonly away: readonly Leave[]
  /** On leave, by a leave that has an end. */
  readonly leaves: readonly Leave[]
  readonly paused: boolean
  readonly reachable: boolean
  /** The lessons of a week come at once, and there is a week to answer them. */
  readonly weekly: boolean
}

export type Lagging =
  /** `days`: whole working days on which the lesson stood unanswered; at most `MOST_DAYS`. */
  | { readonly reason: 'unanswered' | 'unstarted'; readonly days: number }
  /** Back on the day after `last`. */
  | { readonly reason: 'away'; readonly last: CivilDay }
  | { readonly reason: 'blocked' | 'paused' }

/** Counting further says no more: two months of working days. */
export const MOST_DAYS = 44

/** A week's bundle stands for so many days before anybody lags. */
const WEEK_DAYS = 7

/**
 * Whether somebody lags, and for which reason; undefined: no. Whoever blocked the bot or is on pause
 * is named as such, whatever stands open, since no lesson comes. Of the others those lag whose lesson
 * has stood open for a whole working day: the day on which it came counts, today does not, since it is
 * not over. On leave nobody is behind, but it is said why nothing is answered.
 *
 * @param works whether the person's unit works on a day
 */
export function laggingOf(
  facts: LaggingFacts,
  works: (day: CivilDay) => boolean,
): Lagging | undefined {
  const { today, dueDay, started, weekly } = facts
  if (!facts.reachable) return { reason: 'blocked' }
  const leave = lastOf(facts.leaves, today)
  if (leave !== undefined && dueDay !== null && dueDay < today) {
    return { reason: 'away', last: leave }
  }
  if (facts.paused) return { reason: 'paused' }
  if (dueDay === null) return undefined
  if (weekly && addCivilDays(dueDay, WEEK_DAYS) > today) return undefined
  const days = workingDays(dueDay, today, (day) => works(day) && !leaveOn(facts.away, day))
  if (days === 0) return undefined
  return { reason: started ? 'unanswered' : 'unstarted', days }
}

/** Whether somebody lags behind, rather than being away or out of reach. */
export function isBehind(is: Lagging | undefined): boolean {
  return is !== undefined && behindReasons.includes(is.reason)
}

/** The last day of the leave that holds `day`, over those that follow it without a gap. */
function lastOf(leaves: readonly Leave[], day: CivilDay): CivilDay | undefined {
  let last: CivilDay | undefined
  for (
    let held = leaveOn(leaves, day);
    held !== undefined;
    held = leaveOn(leaves, addCivilDays(last, 1))
  ) {
    last = held.last
  }
  return last
}

/** Working days from `from` on and before `until`. */
function workingDays(from: CivilDay, until: CivilDay, works: (day: CivilDay) => boolean): number {
  let count = 0
  for (let day = from; day < until && count < MOST_DAYS; day = addCivilDays(day, 1)) {
    if (works(day)) count++
  }
  return count
}

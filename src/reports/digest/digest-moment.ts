import {
  civilDay,
  dayCloses,
  isOpen,
  momentOf,
  nextLessonMoment,
  weekdayOf,
  addCivilDays,
  type CivilDay,
  type Rhythm,
  type WorkCalendar,
} from '../../learning/index.ts'

/** 09.30: after Monday's apel. */
const DIGEST_MINUTE = 9 * 60 + 30

const MONDAY = 1

/** Of a civil day. */
const LAST_MINUTE = 24 * 60 - 1

/**
 * The next digest strictly after `from`: Monday at 09.30 in the coordinator's zone, or her first
 * working day of that week; within her open hours.
 *
 * @throws RangeError when two months without leave hold no working day
 */
export function nextDigestAt(person: Rhythm, calendar: WorkCalendar, from: Date): Date {
  const weekly = { ...person, lessonMinute: DIGEST_MINUTE, weeklyOn: MONDAY }
  return nextLessonMoment(weekly, calendar, from)
}

/** The Monday of a civil day's week: a week brings one digest. */
export function weekOf(day: CivilDay): CivilDay {
  return addCivilDays(day, -((weekdayOf(day) - MONDAY + 7) % 7))
}

/**
 * The same after a change of the calendar. Where this week's would have come by now, and her hours are
 * open, it comes at once: a day that has become a working day takes no week's digest away. One that
 * went out already is not sent twice, which is the ledger's word (`weekOf`).
 */
export function renewedDigestAt(person: Rhythm, calendar: WorkCalendar, now: Date): Date {
  const today = civilDay(person.timezone, now)
  const sunday = addCivilDays(weekOf(today), -1)
  const thisWeek = nextDigestAt(person, calendar, momentOf(person.timezone, sunday, LAST_MINUTE))
  if (thisWeek > now) return thisWeek
  const isToday = civilDay(person.timezone, thisWeek) === today
  return isToday && isOpen(person, calendar, now) ? now : nextDigestAt(person, calendar, now)
}

/** What is known when a digest has become due. */
export interface DueDigest extends Rhythm {
  readonly nextAt: Date
  readonly paused: boolean
  readonly reachable: boolean
}

export type DigestPlan =
  | { readonly kind: 'send'; readonly notAfter: Date; readonly nextAt: Date }
  | { readonly kind: 'wait'; readonly nextAt: Date }

/**
 * Whether to send a digest now: on its own day alone, never to who is away, and not before its hour
 * where the zone has changed since it was planned. One that was missed is dropped: the next tells it.
 */
export function planDigest(digest: DueDigest, calendar: WorkCalendar, now: Date): DigestPlan {
  const { nextAt: due, paused, reachable, timezone } = digest
  const nextAt = nextDigestAt(digest, calendar, now)
  const today = civilDay(timezone, now)
  const stillToCome = civilDay(timezone, nextAt) === today
  const missed = civilDay(timezone, due) !== today || !isOpen(digest, calendar, now)
  if (paused || !reachable || stillToCome || missed) return { kind: 'wait', nextAt }
  return { kind: 'send', notAfter: dayCloses(digest, calendar, now), nextAt }
}

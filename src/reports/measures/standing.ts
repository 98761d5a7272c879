import {
  addCivilDays,
  calendarIn,
  civilDay,
  readCalendars,
  workingDayBefore,
  type Calendars,
  type CivilDay,
} from '../../learning/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { readAwayRows, readOpenRows, readStandingRows, type StandingRow } from './standing-store.ts'
import type { Group } from './sums-store.ts'

/** How a group stands now, of those who joined. Every number has its meaning in docs/measures.md. */
export interface Standing {
  readonly people: number
  /** Nothing is late, and they answered something within their last ten working days. */
  readonly onSchedule: number
  /** A lesson of theirs stands open from an earlier day, and they are not away. */
  readonly lagging: number
  /** Paused, or on leave. */
  readonly away: number
}

/** Whoever is on schedule has answered something within so many working days; as in the ranking. */
const ACTIVE_DAYS = 10

/** The lessons of a week come at once, and may be answered until the next come. */
const WEEK_GRACE = 6

/** Ten working days lie within so many civil ones: no break of any calendar is a season long. */
const ACTIVE_WITHIN = 120

/**
 * @param placed the same groups, with scopes that are units, or `none`
 * @param today the civil day in the organisation's zone, on which a leave lies or does not
 * @returns by the id of the group
 */
export async function readStanding(
  db: Db,
  { groups, placed }: { readonly groups: readonly Group[]; readonly placed: readonly Group[] },
  { now, today }: { readonly now: Date; readonly today: CivilDay },
): Promise<ReadonlyMap<string, Standing>> {
  const since = addCivilDays(today, -ACTIVE_WITHIN)
  const [calendars, standing, open, away] = await Promise.all([
    readCalendars(db),
    readStandingRows(db, placed, since),
    readOpenRows(db, groups),
    readAwayRows(db, placed, { now, today }),
  ])
  const limits = limitsOf(calendars, now)
  const openBefore = openBeforeAt(now)
  const isOpen = (row: Rhythm & Pick<StandingRow, 'openSince'>): boolean =>
    row.openSince !== null && row.openSince < openBefore(row)
  const sum = <R extends { readonly group: string; readonly n: number }>(
    rows: readonly R[],
    group: string,
    counts: (row: R) => boolean = () => true,
  ): number => rows.reduce((all, r) => all + (r.group === group && counts(r) ? r.n : 0), 0)
  return new Map(
    groups.map(({ id }) => [
      id,
      {
        people: sum(open, id, ({ joined }) => joined),
        onSchedule: sum(standing, id, (row) => isOnSchedule(row, limits(row))),
        lagging: sum(open, id, isOpen) - sum(away, id, isOpen),
        away: sum(away, id),
      },
    ]),
  )
}

type Rhythm = Pick<StandingRow, 'timezone' | 'weekly'>

/** Who has a lesson open that was due before this civil day lags; reckoned once for each zone. */
function openBeforeAt(now: Date): (row: Rhythm) => CivilDay {
  const known = new Map<string, CivilDay>()
  return ({ timezone, weekly }) => {
    const today = known.get(timezone) ?? civilDay(timezone, now)
    known.set(timezone, today)
    return weekly ? addCivilDays(today, -WEEK_GRACE) : today
  }
}

interface Limits {
  /** A lesson that was due before and stands open is late: their last working day is left to them. */
  readonly lateBefore: CivilDay
  readonly activeSince: CivilDay
}

/** One look at the calendar for each class of people. */
function limitsOf(calendars: Calendars, now: Date): (row: StandingRow) => Limits {
  const known = new Map<string, Limits>()
  return ({ calendarId, timezone, weekly }) => {
    const key = `${calendarId}|${timezone}|${weekly}`
    const found = known.get(key)
    if (found !== undefined) return found
    const calendar = calendarIn(calendars, calendarId)
    const today = civilDay(timezone, now)
    const grace = weekly ? -WEEK_GRACE : 0
    const limits = {
      lateBefore: addCivilDays(workingDayBefore(calendar, today, 1), grace),
      activeSince: workingDayBefore(calendar, today, ACTIVE_DAYS),
    }
    known.set(key, limits)
    return limits
  }
}

function isOnSchedule(
  { openSince, lastActive }: StandingRow,
  { lateBefore, activeSince }: Limits,
): boolean {
  const isLate = openSince !== null && openSince < lateBefore
  return !isLate && lastActive !== null && lastActive >= activeSince
}

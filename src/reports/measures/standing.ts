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
import { readAwayRows, readStandingRows, type StandingRow } from './standing-store.ts'
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

/**
 * @param groups with scopes that are units, or `none`
 * @param today the civil day in the organisation's zone, on which a leave lies or does not
 * @returns by the id of the group
 */
export async function readStanding(
  db: Db,
  groups: readonly Group[],
  { now, today }: { readonly now: Date; readonly today: CivilDay },
): Promise<ReadonlyMap<string, Standing>> {
  const limits = limitsOf(await readCalendars(db), now)
  const all = Map.groupBy(await readStandingRows(db, groups), ({ group }) => group)
  const away = Map.groupBy(await readAwayRows(db, groups, { now, today }), ({ group }) => group)
  return new Map(
    groups.map(({ id }) => {
      const [ours, gone] = [counted(all.get(id) ?? [], limits), counted(away.get(id) ?? [], limits)]
      const { people, onSchedule, open } = ours
      return [id, { people, onSchedule, lagging: open - gone.open, away: gone.people }]
    }),
  )
}

interface Limits {
  /** Who has a lesson open that was due before this civil day lags; */
  readonly openBefore: CivilDay
  /** and before this one, it is late: the ranking gives them their last working day. */
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
      openBefore: addCivilDays(today, grace),
      lateBefore: addCivilDays(workingDayBefore(calendar, today, 1), grace),
      activeSince: workingDayBefore(calendar, today, ACTIVE_DAYS),
    }
    known.set(key, limits)
    return limits
  }
}

function counted(
  rows: readonly StandingRow[],
  limits: (row: StandingRow) => Limits,
): { people: number; onSchedule: number; open: number } {
  let [people, onSchedule, open] = [0, 0, 0]
  for (const row of rows) {
    const { openBefore, lateBefore, activeSince } = limits(row)
    const since = row.openSince ?? openBefore
    people += row.n
    if (since < openBefore) open += row.n
    const isLate = row.openSince !== null && row.openSince < lateBefore
    if (!isLate && row.lastActive !== null && row.lastActive >= activeSince) onSchedule += row.n
  }
  return { people, onSchedule, open }
}

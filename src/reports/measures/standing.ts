import {
  addCivilDays,
  isBehind,
  judge,
  readCalendars,
  type Calendars,
  type CivilDay,
} from '../../learning/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { isOnSchedule, limitsOf } from './on-schedule.ts'
import {
  placeGroups,
  readAwayRows,
  readJoined,
  readOpenRows,
  readStandingRows,
  type AwayRow,
} from './standing-store.ts'
import type { Group } from './sums-store.ts'

/** How a group stands now, of those who joined. Every number has its meaning in docs/measures.md. */
export interface Standing {
  readonly people: number
  /** Nothing is late, and they answered something within their last ten working days. */
  readonly onSchedule: number
  /** By the one rule of who lags behind: learning/lagging. */
  readonly lagging: number
  /** Paused, or on leave. */
  readonly away: number
}

/** Ten working days lie within so many civil ones: no break of any calendar is a season long. */
const ACTIVE_WITHIN = 120

/**
 * @param placed the same groups, with scopes that are units, or `none`
 * @param today the civil day in the organisation's zone
 * @returns by the id of the group
 */
export async function readStanding(
  db: Db,
  {
    groups,
    placed: unplaced,
  }: { readonly groups: readonly Group[]; readonly placed: readonly Group[] },
  { now, today }: { readonly now: Date; readonly today: CivilDay },
): Promise<ReadonlyMap<string, Standing>> {
  const active = addCivilDays(today, -ACTIVE_WITHIN)
  const calendars = await readCalendars(db)
  const placed = await placeGroups(db, unplaced)
  const [joined, standing, open] = await Promise.all([
    readJoined(db, groups),
    readStandingRows(db, placed, active),
    readOpenRows(db, placed),
  ])
  const limits = limitsOf(calendars, now)
  // Nobody has had less than this since: see `readAwayRows`.
  const since = open.map((row) => limits(row).lastWorked).toSorted()[0] ?? today
  const away = await readAwayRows(db, placed, { now, since })
  const behind = behindAt(calendars, now)
  const here = { reachable: true, away: null, leaves: null }
  const heads = new Map(joined.map((row) => [row.group, row]))
  const sum = <R extends { readonly group: string; readonly n: number }>(
    rows: readonly R[],
    group: string,
    counts: (row: R) => boolean,
  ): number => rows.reduce((all, r) => all + (r.group === group && counts(r) ? r.n : 0), 0)
  return new Map(
    groups.map(({ id }) => [
      id,
      {
        people: heads.get(id)?.n ?? 0,
        onSchedule: sum(standing, id, (row) => isOnSchedule(row, limits(row))),
        // As if everybody had always been there, and whoever was not as they were.
        lagging:
          sum(open, id, (row) => behind({ ...row, ...here })) -
          sum(away, id, (row) => row.reachable && behind({ ...row, ...here })) +
          sum(away, id, behind),
        away: (heads.get(id)?.paused ?? 0) + sum(away, id, (row) => row.onLeave),
      },
    ]),
  )
}

/** The one rule, for a class of people. */
function behindAt(
  calendars: Calendars,
  now: Date,
): (row: Omit<AwayRow, 'group' | 'n' | 'onLeave'>) => boolean {
  const decide = judge({ calendars, now })
  return ({ calendarId, timezone, weekly, openSince, reachable, away, leaves }) => {
    if (openSince === null) return false
    const facts = {
      timezone,
      calendar_id: calendarId,
      weekly_on: weekly ? 1 : null,
      due_day: openSince,
      away,
      away_leaves: leaves,
    }
    return isBehind(decide(facts, { started: true, paused: false, reachable }))
  }
}

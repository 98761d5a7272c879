import {
  addCivilDays,
  isBehind,
  judge,
  readCalendars,
  type Calendars,
  type CivilDay,
} from '../../learning/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { isOnSchedule, limitsOf, type Limits } from './on-schedule.ts'
import {
  placeGroups,
  readAwayRows,
  readJoined,
  readOpenRows,
  readStandingRows,
  type AwayRow,
} from './standing-store.ts'
import type { Group } from './sums-store.ts'

/** Where a civil day begins last. */
const LAST_ZONE = 'Etc/GMT+12'

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
  const calendars = await readCalendars(db)
  const placed = await placeGroups(db, unplaced)
  const limits = limitsOf(calendars, now)
  // Bounds that hold for whomever: where the day begins last, by the slowest calendar.
  const bounds = [...new Set(placed.flatMap(({ calendarIds }) => calendarIds))].map((calendarId) =>
    limits({ calendarId, timezone: LAST_ZONE, weekly: true }),
  )
  const earliest = (pick: (bound: Limits) => CivilDay): CivilDay =>
    bounds.map(pick).toSorted()[0] ?? today
  // The day before a lesson is late: since then anybody is behind, however much longer it stood open.
  const floor = addCivilDays(
    earliest(({ lateBefore }) => lateBefore),
    -1,
  )
  const [joined, standing, open, away] = await Promise.all([
    readJoined(db, groups),
    readStandingRows(
      db,
      placed,
      earliest(({ activeSince }) => activeSince),
    ),
    readOpenRows(db, placed, floor),
    // Nobody has had less than their last working day since: see `readAwayRows`.
    readAwayRows(db, placed, { now, since: earliest(({ lastWorked }) => lastWorked), floor }),
  ])
  const behind = behindAt(calendars, now)
  const here = { reachable: true, away: null, leaves: null }
  const heads = new Map(joined.map((row) => [row.group, row]))
  const sumOf = <R extends { readonly n: number }>(
    rows: readonly R[] | undefined,
    counts: (row: R) => boolean,
  ): number => (rows ?? []).reduce((all, row) => all + (counts(row) ? row.n : 0), 0)
  const standingOf = Map.groupBy(standing, ({ group }) => group)
  const openOf = Map.groupBy(open, ({ group }) => group)
  const awayOf = Map.groupBy(away, ({ group }) => group)
  return new Map(
    groups.map(({ id }) => [
      id,
      {
        people: heads.get(id)?.n ?? 0,
        onSchedule: sumOf(standingOf.get(id), (row) => isOnSchedule(row, limits(row))),
        // As if everybody had always been there, and whoever was not as they were.
        lagging:
          sumOf(openOf.get(id), (row) => behind({ ...row, ...here })) -
          sumOf(awayOf.get(id), (row) => row.reachable && behind({ ...row, ...here })) +
          sumOf(awayOf.get(id), (row) => !row.onLeave && behind(row)),
        away: (heads.get(id)?.paused ?? 0) + sumOf(awayOf.get(id), (row) => row.onLeave),
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

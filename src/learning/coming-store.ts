import { sql } from 'drizzle-orm'
import { arrayOf, asDateOrNull, at, type Db, rowsOf } from '../platform/db/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'
import { isConcerned, type Concerned } from './calendar/concerned-store.ts'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from './calendar/rhythm-store.ts'

/** An enrolment whose next moment is still to come. */
export interface ComingEnrolment extends PlacedRhythm {
  readonly id: number
  readonly paused: boolean
  readonly pausedUntil: Date | null
  readonly taughtOn: CivilDay | null
}

/** Takes up to `limit` of them by id, those after `after`, locked until the transaction ends. */
export async function takeComingEnrolments(
  tx: Db,
  page: {
    readonly concerned: Concerned
    readonly now: Date
    readonly after: number
    readonly limit: number
  },
): Promise<ComingEnrolment[]> {
  const rows = await rowsOf<
    RhythmRow & {
      id: string
      paused: boolean
      paused_until: string | null
      taught_on: CivilDay | null
    }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select e.id, ${rhythmColumns(page.now)}, p.paused, p.paused_until,
      (select max(d.due_day)::text from deliveries d
        where d.person_id = e.person_id and d.state <> 'undelivered') as taught_on
    from enrolments e join people p on p.id = e.person_id ${joinPlaced}
    where e.state = 'active' and e.next_due_at > ${at(page.now)} and e.id > ${page.after}
      and ${isConcerned(page.concerned)}
    order by e.id limit ${page.limit} for update of e`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    id: Number(row.id),
    paused: row.paused,
    pausedUntil: asDateOrNull(row.paused_until),
    taughtOn: row.taught_on,
  }))
}

/**
 * Writes next moments; a plan that was made under the older one is stale.
 *
 * @returns how many are others than before
 */
export async function moveEnrolments(
  tx: Db,
  moves: readonly { readonly id: number; readonly nextDueAt: Date | null }[],
): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rowsOf<{ id: string }>(
    tx,
    sql`
    update enrolments e set next_due_at = r.next_due_at, plan_version = e.plan_version + 1
    from unnest(
      ${arrayOf(
        moves.map((move) => move.id),
        'bigint',
      )},
      ${arrayOf(
        moves.map((move) => move.nextDueAt?.toISOString() ?? null),
        'timestamptz',
      )}
    ) as r(id, next_due_at)
    where e.id = r.id and e.next_due_at is distinct from r.next_due_at
    returning e.id`,
  )
  return moved.length
}

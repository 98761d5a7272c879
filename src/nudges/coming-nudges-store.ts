import { sql } from 'drizzle-orm'
import {
  isConcerned,
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type Concerned,
  type PlacedRhythm,
  type RhythmRow,
} from '../learning/index.ts'
import { arrayOf, asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import type { Climbed } from './ladder.ts'
import { climbedColumns } from './nudges-store.ts'

/** An open delivery whose next reminder is still to come. */
export interface ComingNudge extends PlacedRhythm, Climbed {
  readonly deliveryId: number
  readonly dueAt: Date
}

/** Takes up to `limit` of them by id, those after `after`, locked until the transaction ends. */
export async function takeComingNudges(
  tx: Db,
  page: {
    readonly concerned: Concerned
    readonly now: Date
    readonly after: number
    readonly limit: number
  },
): Promise<ComingNudge[]> {
  const rows = await rowsOf<
    RhythmRow & { id: string; due_at: string; climbed: number; nudged_on: string | null }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select d.id, d.due_at, ${rhythmColumns(page.now)},
      ${climbedColumns(sql`d.id`)}
    from deliveries d join people p on p.id = d.person_id ${joinPlaced}
    where d.state = 'open' and d.next_nudge_at > ${at(page.now)} and d.id > ${page.after}
      and ${isConcerned(page.concerned)}
    order by d.id limit ${page.limit} for update of d`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    deliveryId: Number(row.id),
    dueAt: asDate(row.due_at),
    climbed: row.climbed,
    nudgedOn: row.nudged_on,
  }))
}

/** @returns how many come at another moment than before */
export async function moveNudges(
  tx: Db,
  moves: readonly { readonly deliveryId: number; readonly nextAt: Date }[],
): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rowsOf<{ id: string }>(
    tx,
    sql`
    update deliveries d set next_nudge_at = r.next_at
    from unnest(
      ${arrayOf(
        moves.map((move) => move.deliveryId),
        'bigint',
      )},
      ${arrayOf(
        moves.map((move) => move.nextAt.toISOString()),
        'timestamptz',
      )}
    ) as r(id, next_at)
    where d.id = r.id and d.next_nudge_at is distinct from r.next_at
    returning d.id`,
  )
  return moved.length
}

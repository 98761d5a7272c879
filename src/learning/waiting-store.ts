import { sql } from 'drizzle-orm'
import { arrayOf, asDate, type Db, rowsOf } from '../platform/db/index.ts'
import type { Concerned } from './calendar/concerned.ts'
import { isConcerned } from './calendar/concerned-store.ts'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from './calendar/rhythm-store.ts'

/** A message of the outbox that waits by a rule of the calendar. */
export interface WaitingMessage extends PlacedRhythm {
  readonly id: number
  readonly waitsFor: 'hours' | 'lesson'
  readonly since: Date
  readonly notBefore: Date
}

/** Takes up to `limit` of them by id, those after `after`, locked until the transaction ends. */
export async function takeWaiting(
  tx: Db,
  page: {
    readonly concerned: Concerned
    readonly now: Date
    readonly after: number
    readonly limit: number
  },
): Promise<WaitingMessage[]> {
  const rows = await rowsOf<
    RhythmRow & {
      id: string
      waits_for: WaitingMessage['waitsFor']
      created_at: string
      not_before: string
    }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select o.id, o.waits_for, o.created_at, o.not_before, ${rhythmColumns(page.now)}
    from outbox o join people p on p.id = o.person_id ${joinPlaced}
    where o.state = 'pending' and o.waits_for in ('hours', 'lesson') and o.not_before is not null
      and o.id > ${page.after} and ${isConcerned(page.concerned)}
    order by o.id limit ${page.limit} for update of o`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    id: Number(row.id),
    waitsFor: row.waits_for,
    since: asDate(row.created_at),
    notBefore: asDate(row.not_before),
  }))
}

/** Moves them; each stays worth sending for as long after its moment as before. @returns how many */
export async function moveMessages(
  tx: Db,
  moves: readonly { readonly id: number; readonly notBefore: Date }[],
): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rowsOf<{ id: string }>(
    tx,
    sql`
    update outbox o set not_before = r.not_before,
      not_after = o.not_after + (r.not_before - o.not_before)
    from unnest(
      ${arrayOf(
        moves.map((move) => move.id),
        'bigint',
      )},
      ${arrayOf(
        moves.map((move) => move.notBefore.toISOString()),
        'timestamptz',
      )}
    ) as r(id, not_before)
    where o.id = r.id and o.state = 'pending'
    returning o.id`,
  )
  return moved.length
}

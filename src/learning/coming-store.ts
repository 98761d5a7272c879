import { sql } from 'drizzle-orm'
import { arrayOf, at, type Db, rowsOf } from '../platform/db/index.ts'
import type { CivilDay } from './calendar/civil-day.ts'
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

/** Somebody whose next moment is still to come. */
export interface ComingLearner extends PlacedRhythm {
  readonly personId: string
  readonly paused: boolean
  readonly taughtOn: CivilDay | null
}

/** Takes up to `limit` of them by id, those after `after`, locked until the transaction ends. */
export async function takeComing(
  tx: Db,
  page: {
    readonly concerned: Concerned
    readonly now: Date
    readonly after: string
    readonly limit: number
  },
): Promise<ComingLearner[]> {
  const rows = await rowsOf<
    RhythmRow & {
      person_id: string
      paused: boolean
      taught_on: CivilDay | null
    }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select l.person_id, ${rhythmColumns(page.now)}, p.paused,
      (select max(d.due_day)::text from deliveries d
        where d.person_id = l.person_id and d.state <> 'undelivered') as taught_on
    from learners l join people p on p.id = l.person_id ${joinPlaced}
    where l.next_due_at > ${at(page.now)} and l.person_id > ${page.after}::uuid
      and ${isConcerned(page.concerned)}
    order by l.person_id limit ${page.limit} for update of l`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    personId: row.person_id,
    paused: row.paused,
    taughtOn: row.taught_on,
  }))
}

/** Writes next moments. @returns how many are others than before */
export async function moveLearners(
  tx: Db,
  moves: readonly { readonly personId: string; readonly nextDueAt: Date | null }[],
): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rowsOf<{ person_id: string }>(
    tx,
    sql`
    update learners l set next_due_at = r.next_due_at
    from unnest(
      ${arrayOf(
        moves.map((move) => move.personId),
        'uuid',
      )},
      ${arrayOf(
        moves.map((move) => move.nextDueAt?.toISOString() ?? null),
        'timestamptz',
      )}
    ) as r(person_id, next_due_at)
    where l.person_id = r.person_id and l.next_due_at is distinct from r.next_due_at
    returning l.person_id`,
  )
  return moved.length
}

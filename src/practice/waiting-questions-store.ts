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
import { arrayOf, asDate, asDateOrNull, type Db, rowsOf } from '../platform/db/index.ts'

/** A question without an answer, in the calendar of whoever asked it. */
export interface WaitingQuestion extends PlacedRhythm {
  readonly id: number
  /** When it was last brought to anybody, else when it was asked: from there it waits. */
  readonly since: Date
  readonly risesAt: Date | null
  readonly takenUntil: Date | null
}

/** Takes up to `limit` of them by id, those after `after`, locked until the transaction ends. */
export async function takeWaitingQuestions(
  tx: Db,
  page: {
    readonly concerned: Concerned
    readonly now: Date
    readonly after: number
    readonly limit: number
  },
): Promise<WaitingQuestion[]> {
  const rows = await rowsOf<
    RhythmRow & {
      id: string
      since: string
      rises_at: string | null
      taken_until: string | null
    }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select q.id, q.rises_at, q.taken_until, ${rhythmColumns(page.now)},
      greatest(q.asked_at, (select max(o.created_at) from outbox o
        where o.dedupe_key in (
          select 'question:' || q.id || ':' || r.person_id from roles r))) as since
    from practice_questions q join people p on p.id = q.person_id ${joinPlaced}
    where q.answered_at is null and (q.rises_at is not null or q.taken_until is not null)
      and q.id > ${page.after} and ${isConcerned(page.concerned)}
    order by q.id limit ${page.limit} for update of q`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    id: Number(row.id),
    since: asDate(row.since),
    risesAt: asDateOrNull(row.rises_at),
    takenUntil: asDateOrNull(row.taken_until),
  }))
}

/** @returns of how many either moment is another than before */
export async function moveTimes(
  tx: Db,
  moves: readonly {
    readonly id: number
    readonly risesAt: Date | null
    readonly takenUntil: Date | null
  }[],
): Promise<number> {
  if (moves.length === 0) return 0
  const moved = await rowsOf(
    tx,
    sql`
    update practice_questions q set rises_at = r.rises_at, taken_until = r.taken_until
    from unnest(
      ${arrayOf(
        moves.map((move) => move.id),
        'bigint',
      )},
      ${arrayOf(
        moves.map((move) => move.risesAt?.toISOString() ?? null),
        'timestamptz',
      )},
      ${arrayOf(
        moves.map((move) => move.takenUntil?.toISOString() ?? null),
        'timestamptz',
      )}
    ) as r(id, rises_at, taken_until)
    where q.id = r.id
      and (q.rises_at, q.taken_until) is distinct from (r.rises_at, r.taken_until)
    returning q.id`,
  )
  return moved.length
}

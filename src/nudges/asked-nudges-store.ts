import { sql } from 'drizzle-orm'
import {
  isConcerned,
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type CivilDay,
  type Concerned,
  type PlacedRhythm,
  type RhythmRow,
} from '../learning/index.ts'
import { asDate, at, type Db, rowsOf } from '../platform/db/index.ts'

/** A coordinator's reminder that waits for the person's next hour. */
export interface AskedNudge extends PlacedRhythm {
  readonly deliveryId: number
  readonly step: number
  readonly since: Date
  readonly notBefore: Date
  readonly notAfter: Date
  /** The latest civil day of another reminder of the person; null: there is none. */
  readonly otherOn: CivilDay | null
}

/**
 * Takes all of them: few wait at any moment. Locked until the transaction ends, so that none goes
 * meanwhile.
 */
export async function takeAskedNudges(
  tx: Db,
  { concerned, now }: { readonly concerned: Concerned; readonly now: Date },
): Promise<AskedNudge[]> {
  const rows = await rowsOf<
    RhythmRow & {
      delivery_id: string
      step: number
      since: string
      not_before: string
      not_after: string
      other_on: CivilDay | null
    }
  >(
    tx,
    sql`
    with recursive ${placedUnits}
    select n.delivery_id, n.step, n.created_at as since, o.not_before, o.not_after,
      (select max(m.day)::text from nudges m
        where m.person_id = n.person_id and (m.delivery_id, m.step) <> (n.delivery_id, n.step))
        as other_on, ${rhythmColumns(now)}
    from outbox o
      join nudges n on n.delivery_id = (o.args ->> 'deliveryId')::bigint
        and n.step = (o.args ->> 'step')::int
      join people p on p.id = n.person_id ${joinPlaced}
    where o.state = 'pending' and o.waits_for = 'nudge' and o.kind = 'nudge'
      and ${isConcerned(concerned)}
    order by o.id for update of o`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    deliveryId: Number(row.delivery_id),
    step: row.step,
    since: asDate(row.since),
    notBefore: asDate(row.not_before),
    notAfter: asDate(row.not_after),
    otherOn: row.other_on,
  }))
}

export interface AskedNudgeMove {
  readonly deliveryId: number
  readonly step: number
  readonly notBefore: Date
  readonly notAfter: Date
  readonly day: CivilDay
}

/**
 * Moves one, and what takes the reminder before it away; it counts as that day's.
 *
 * @returns false: that day has a reminder already, and nothing was moved
 */
export async function moveAskedNudge(tx: Db, move: AskedNudgeMove): Promise<boolean> {
  const { deliveryId, step, notBefore, notAfter, day } = move
  const placed = await rowsOf(
    tx,
    sql`
    update nudges n set day = ${day}::date
    where n.delivery_id = ${deliveryId} and n.step = ${step} and not exists (
      select from nudges m where m.person_id = n.person_id and m.day = ${day}::date and m.id <> n.id)
    returning n.id`,
  )
  if (placed.length === 0) return false
  await tx.execute(sql`
    update outbox set not_before = ${at(notBefore)}, not_after = ${at(notAfter)},
      sound_day = case when sound_day is null then null else ${day}::date end
    where state = 'pending' and waits_for = 'nudge'
      and (args ->> 'deliveryId')::bigint = ${deliveryId}`)
  return true
}

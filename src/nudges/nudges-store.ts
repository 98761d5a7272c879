import { sql } from 'drizzle-orm'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from '../learning/index.ts'
import { arrayOf, at, type Db, rowsOf } from '../platform/db/index.ts'

export interface DueNudgeRow extends PlacedRhythm {
  readonly deliveryId: number
  readonly personId: string
  readonly chatId: number
  readonly paused: boolean
  readonly reachable: boolean
  readonly delivered: boolean
  readonly steps: number
}

/** Takes up to `limit` open deliveries whose reminder is due, locked until the transaction ends. */
export async function takeDueNudges(tx: Db, now: Date, limit: number): Promise<DueNudgeRow[]> {
  const rows = await rowsOf<
    RhythmRow & {
      id: string
      person_id: string
      chat_id: string
      paused: boolean
      reachable: boolean
      delivered: boolean
      steps: number
    }
  >(
    tx,
    sql`
    with recursive due as materialized (
      select id, person_id, quiz_sent_at, next_nudge_at from deliveries
      where state = 'open' and next_nudge_at <= ${at(now)}
      order by next_nudge_at, id limit ${limit} for update skip locked),
    ${placedUnits}
    select d.id, d.person_id, p.chat_id, ${rhythmColumns(now)},
      p.paused and (p.paused_until is null or p.paused_until > ${at(now)}) as paused,
      p.unreachable_since is null as reachable, d.quiz_sent_at is not null as delivered,
      (select count(*)::int from nudges n where n.delivery_id = d.id) as steps
    from due d join people p on p.id = d.person_id ${joinPlaced}
    order by d.next_nudge_at, d.id`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    deliveryId: Number(row.id),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    paused: row.paused,
    reachable: row.reachable,
    delivered: row.delivered,
    steps: row.steps,
  }))
}

export interface NewNudge {
  readonly personId: string
  readonly deliveryId: number
  readonly day: string
  readonly step: number
}

/** Writes reminders down, at most one a person and day. @returns the deliveries that got one */
export async function insertNudges(
  tx: Db,
  rows: readonly NewNudge[],
  now: Date,
): Promise<ReadonlySet<number>> {
  if (rows.length === 0) return new Set()
  const inserted = await rowsOf<{ delivery_id: string }>(
    tx,
    sql`
    insert into nudges (person_id, delivery_id, day, step, created_at)
    select r.person_id, r.delivery_id, r.day, r.step, ${at(now)}
    from unnest(
      ${arrayOf(
        rows.map((row) => row.personId),
        'uuid',
      )},
      ${arrayOf(
        rows.map((row) => row.deliveryId),
        'bigint',
      )},
      ${arrayOf(
        rows.map((row) => row.day),
        'date',
      )},
      ${arrayOf(
        rows.map((row) => row.step),
        'smallint',
      )}
    ) as r(person_id, delivery_id, day, step)
    on conflict (person_id, day) do nothing
    returning delivery_id`,
  )
  return new Set(inserted.map((row) => Number(row.delivery_id)))
}

export async function scheduleNudges(
  tx: Db,
  plans: readonly { readonly deliveryId: number; readonly nextAt: Date | null }[],
): Promise<void> {
  if (plans.length === 0) return
  await tx.execute(sql`
    update deliveries d set next_nudge_at = r.next_at
    from unnest(
      ${arrayOf(
        plans.map((p) => p.deliveryId),
        'bigint',
      )},
      ${arrayOf(
        plans.map((p) => p.nextAt?.toISOString() ?? null),
        'timestamptz',
      )}
    ) as r(id, next_at)
    where d.id = r.id and d.state = 'open'`)
}

/** What the outbox says became of reminders. */
export async function markNudges(
  tx: Db,
  rows: readonly { readonly deliveryId: number; readonly step: number; readonly outcome: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.execute(sql`
    update nudges n set outcome = r.outcome
    from unnest(
      ${arrayOf(
        rows.map((row) => row.deliveryId),
        'bigint',
      )},
      ${arrayOf(
        rows.map((row) => row.step),
        'int',
      )},
      ${arrayOf(
        rows.map((row) => row.outcome),
        'text',
      )}
    ) as r(delivery_id, step, outcome)
    where n.delivery_id = r.delivery_id and n.step = r.step`)
}

/** The last reminder of each delivery; of which there was none is missing. */
export async function lastNudgeSteps(
  tx: Db,
  deliveryIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (deliveryIds.length === 0) return new Map()
  const rows = await rowsOf<{ delivery_id: string; step: number }>(
    tx,
    sql`
    select delivery_id, max(step)::int as step from nudges
    where delivery_id = any(${arrayOf(deliveryIds, 'bigint')}) group by delivery_id`,
  )
  return new Map(rows.map((row) => [Number(row.delivery_id), row.step]))
}

/** The civil day of the latest reminder of a delivery before `step`; undefined: there was none. */
export async function nudgedBefore(
  db: Db,
  deliveryId: number,
  step: number,
): Promise<string | undefined> {
  const [row] = await rowsOf<{ day: string | null }>(
    db,
    sql`select max(day)::text as day from nudges
      where delivery_id = ${deliveryId} and step < ${step}`,
  )
  return row?.day ?? undefined
}

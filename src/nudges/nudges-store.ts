import { sql, type SQL } from 'drizzle-orm'
import {
  joinPlaced,
  placedUnits,
  rhythmColumns,
  rhythmOf,
  type PlacedRhythm,
  type RhythmRow,
} from '../learning/index.ts'
import { arrayOf, asDate, at, type Db, rowsOf } from '../platform/db/index.ts'
import { wasJustHere, type DueNudge } from './ladder.ts'

export interface DueNudgeRow extends PlacedRhythm, DueNudge {
  readonly deliveryId: number
  readonly personId: string
  readonly chatId: number
  readonly unitId: string | null
  /** Reminders of this lesson so far, of whatever kind. */
  readonly steps: number
}

/**
 * How far people `p` have climbed since they last wrote, tapped or answered, and the latest day on
 * which any reminder came to them.
 */
export function climbedColumns(deliveryId: SQL): SQL {
  return sql`
    (select count(*)::int from nudges n where n.delivery_id = ${deliveryId} and n.rung > 0
      and n.created_at > p.last_seen_at) as climbed,
    (select max(n.day)::text from nudges n where n.person_id = p.id) as nudged_on`
}

/** Takes up to `limit` open deliveries whose reminder is due, locked until the transaction ends. */
export async function takeDueNudges(tx: Db, now: Date, limit: number): Promise<DueNudgeRow[]> {
  const rows = await rowsOf<
    RhythmRow & {
      id: string
      person_id: string
      chat_id: string
      paused: boolean
      unit_id: string | null
      reachable: boolean
      unreminded: boolean
      delivered: boolean
      last_seen_at: string
      steps: number
      climbed: number
      nudged_on: string | null
    }
  >(
    tx,
    sql`
    with recursive due as materialized (
      select id, person_id, quiz_sent_at, next_nudge_at from deliveries
      where state = 'open' and next_nudge_at <= ${at(now)}
      order by next_nudge_at, id limit ${limit} for update skip locked),
    ${placedUnits}
    select d.id, d.person_id, p.chat_id, p.unit_id, ${rhythmColumns(now)},
      p.paused,
      p.unreachable_since is null as reachable, d.quiz_sent_at is not null as delivered,
      p.unreminded_since is not null as unreminded, p.last_seen_at,
      (select coalesce(max(n.step), 0)::int from nudges n where n.delivery_id = d.id) as steps,
      ${climbedColumns(sql`d.id`)}
    from due d join people p on p.id = d.person_id ${joinPlaced}
    order by d.next_nudge_at, d.id`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    deliveryId: Number(row.id),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    unitId: row.unit_id,
    paused: row.paused,
    reachable: row.reachable,
    unreminded: row.unreminded,
    delivered: row.delivered,
    justHere: wasJustHere(asDate(row.last_seen_at), now),
    steps: row.steps,
    climbed: row.climbed,
    nudgedOn: row.nudged_on,
  }))
}

export interface NewNudge {
  readonly personId: string
  readonly deliveryId: number
  readonly day: string
  readonly step: number
  /** The place of the step in the ladder, from 1; 0: a coordinator's. */
  readonly place: number
  /** Null: held out, or a coordinator's. */
  readonly variant: string | null
  readonly awake: number | null
  readonly heldOut: boolean
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
    insert into nudges (person_id, delivery_id, day, step, rung, variant, awake, held_out,
      created_at)
    select r.*, ${at(now)}
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
      )},
      ${arrayOf(
        rows.map((row) => row.place),
        'smallint',
      )},
      ${arrayOf(
        rows.map((row) => row.variant),
        'text',
      )},
      ${arrayOf(
        rows.map((row) => row.awake),
        'smallint',
      )},
      ${arrayOf(
        rows.map((row) => row.heldOut),
        'boolean',
      )}
    ) as r(person_id, delivery_id, day, step, rung, variant, awake, held_out)
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

/** The first answers of people on a day: they count for the reminder of that day, or for its want. */
export async function noteAnswers(
  tx: Db,
  of: readonly { readonly personId: string; readonly day: string }[],
  now: Date,
): Promise<void> {
  if (of.length === 0) return
  await tx.execute(sql`
    update nudges n set answered_at = ${at(now)}
    from unnest(
      ${arrayOf(
        of.map(({ personId }) => personId),
        'uuid',
      )},
      ${arrayOf(
        of.map(({ day }) => day),
        'date',
      )}
    ) as r(person_id, day)
    where n.person_id = r.person_id and n.day = r.day and n.answered_at is null
      and n.created_at <= ${at(now)}`)
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

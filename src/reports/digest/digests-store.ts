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
} from '../../learning/index.ts'
import { arrayOf, asDate, at, type Db, rowsOf } from '../../platform/db/index.ts'
import { digests } from '../schema.ts'

export interface Coordinator extends PlacedRhythm {
  readonly personId: string
}

/** Coordinators who have joined and of whom no digest is planned yet. */
export async function newCoordinators(db: Db, now: Date): Promise<Coordinator[]> {
  const rows = await rowsOf<RhythmRow & { person_id: string }>(
    db,
    sql`
    with recursive ${placedUnits}
    select p.id as person_id, ${rhythmColumns(now)} from people p ${joinPlaced}
    where p.join_step is null
      and exists (select 1 from roles r where r.person_id = p.id and r.role = 'coordinator')
      and not exists (select 1 from digests d where d.person_id = p.id)`,
  )
  return rows.map((row) => ({ ...rhythmOf(row), personId: row.person_id }))
}

export async function planDigests(
  db: Db,
  plans: readonly { readonly personId: string; readonly nextAt: Date }[],
): Promise<void> {
  if (plans.length > 0)
    await db
      .insert(digests)
      .values([...plans])
      .onConflictDoNothing()
}

export interface DueDigestRow extends Coordinator {
  readonly chatId: number
  readonly nextAt: Date
  readonly paused: boolean
  readonly reachable: boolean
  /** Still a coordinator. */
  readonly coordinates: boolean
}

/** Takes up to `limit` digests that are due, locked until the transaction ends. */
export async function takeDueDigests(tx: Db, now: Date, limit: number): Promise<DueDigestRow[]> {
  const rows = await rowsOf<
    RhythmRow & {
      person_id: string
      chat_id: string
      next_at: string
      paused: boolean
      reachable: boolean
      coordinates: boolean
    }
  >(
    tx,
    sql`
    with recursive due as materialized (
      select person_id, next_at from digests where wanted and next_at <= ${at(now)}
      order by next_at, person_id limit ${limit} for update skip locked),
    ${placedUnits}
    select d.person_id, d.next_at, p.chat_id, ${rhythmColumns(now)},
      p.paused,
      p.unreachable_since is null and p.join_step is null as reachable,
      exists (select 1 from roles r where r.person_id = p.id and r.role = 'coordinator')
        as coordinates
    from due d join people p on p.id = d.person_id ${joinPlaced}
    order by d.next_at, d.person_id`,
  )
  return rows.map((row) => ({
    ...rhythmOf(row),
    personId: row.person_id,
    chatId: Number(row.chat_id),
    nextAt: asDate(row.next_at),
    paused: row.paused,
    reachable: row.reachable,
    coordinates: row.coordinates,
  }))
}

/** Digests that are still to come, of those whom a change of the calendar concerns, locked. */
export async function takeComingDigests(
  tx: Db,
  { concerned, now }: { readonly concerned: Concerned; readonly now: Date },
): Promise<Coordinator[]> {
  const rows = await rowsOf<RhythmRow & { person_id: string }>(
    tx,
    sql`
    with recursive ${placedUnits}
    select d.person_id, ${rhythmColumns(now)}
    from digests d join people p on p.id = d.person_id ${joinPlaced}
    where d.next_at > ${at(now)} and ${isConcerned(concerned)}
    order by d.person_id for update of d`,
  )
  return rows.map((row) => ({ ...rhythmOf(row), personId: row.person_id }))
}

/** @returns how many come at another moment than before */
export async function moveDigests(
  tx: Db,
  plans: readonly { readonly personId: string; readonly nextAt: Date }[],
): Promise<number> {
  if (plans.length === 0) return 0
  const moved = await rowsOf(
    tx,
    sql`
    update digests d set next_at = r.next_at
    from unnest(
      ${arrayOf(
        plans.map((plan) => plan.personId),
        'uuid',
      )},
      ${arrayOf(
        plans.map((plan) => plan.nextAt.toISOString()),
        'timestamptz',
      )}
    ) as r(person_id, next_at)
    where d.person_id = r.person_id and d.next_at <> r.next_at
    returning d.person_id`,
  )
  return moved.length
}

/** Whoever coordinates nothing any more is planned anew if she ever does again. */
export async function forgetDigests(tx: Db, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await tx.execute(sql`delete from digests where person_id = any(${arrayOf(personIds, 'uuid')})`)
}

/** Switches the weekly digest of a coordinator; `nextAt` is when the next one comes. */
export async function switchDigest(
  tx: Db,
  personId: string,
  to: { readonly wanted: boolean; readonly nextAt: Date },
): Promise<void> {
  await tx
    .insert(digests)
    .values({ personId, ...to })
    .onConflictDoUpdate({ target: digests.personId, set: to })
}

/** Whether a coordinator gets the weekly digest: it is on until it is switched off. */
export async function wantsDigest(db: Db, personId: string): Promise<boolean> {
  const [row] = await rowsOf<{ wanted: boolean }>(
    db,
    sql`select wanted from digests where person_id = ${personId}`,
  )
  return row?.wanted ?? true
}

/** When the next digest is due; undefined: none is planned. */
export async function earliestDigest(db: Db): Promise<Date | undefined> {
  const [row] = await rowsOf<{ next: string | null }>(
    db,
    sql`select min(next_at) as next from digests where wanted`,
  )
  return row?.next === null || row === undefined ? undefined : asDate(row.next)
}

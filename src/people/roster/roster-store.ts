import { and, isNull, sql } from 'drizzle-orm'
import { anyOf, arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { people, units } from '../schema.ts'
import { claim, refusedPlaces } from './claims-store.ts'
import { matchName } from './match-name.ts'
import { planRoster, type KnownPlace, type PlannedChange } from './plan-roster.ts'
import type { NewUnit, PlaceBefore, RosterRow } from './roster-row.ts'
import { rosterPlaces } from './schema.ts'

export interface RosterImported {
  readonly units: number
  readonly added: number
  /** The spelling, the unit, the kind of work, the phone number or the NIP is another now. */
  readonly changed: number
  readonly unchanged: number
  /** On the roster of a unit that the file names, and not in the file: left as they are. */
  readonly absent: number
  /** Places that people who had joined before were sure to be meant by. */
  readonly claimed: number
  /** What was done, line by line; lines that changed nothing are left out. */
  readonly lines: readonly RosterLine[]
  /** Which places were made, and as what those that changed stood there before. */
  readonly made: readonly { readonly placeId: number; readonly before: PlaceBefore | null }[]
}

export interface RosterLine {
  readonly line: number
  readonly kind: 'added' | 'changed'
  readonly name: string
  readonly unitId: string
  /** The name that it had, where that is another now. */
  readonly was: string | null
}

/** One import at a time: two at once would both add the same people. */
const LOCK = 7_310_001

/** Rows of one statement: well below Postgres' 65,534 parameters. */
const CHUNK = 2000

/** Names of people times names of places that one import compares in a unit: about ten seconds. */
const MOST_COMPARED = 1_000_000

export type ImportedRoster =
  | ({ readonly kind: 'imported' } & RosterImported)
  /** Rows that may mean several places; nothing was written. */
  | { readonly kind: 'unclear'; readonly rows: readonly RosterRow[] }

/**
 * Takes a checked roster up. Run again it changes nothing; nobody is ever taken off by it, and a place
 * that is claimed stays whose it is.
 *
 * @param newUnits units that the rows name and that are not there yet, parents first
 */
export async function importRoster(
  tx: Db,
  rows: readonly RosterRow[],
  now: Date,
  newUnits: readonly NewUnit[] = [],
): Promise<ImportedRoster> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const unitIds = [...new Set(rows.map(({ unitId }) => unitId))]
  const plan = planRoster(rows, await knownPlaces(tx, unitIds, rows))
  if (plan.unclear.length > 0) return { kind: 'unclear', rows: plan.unclear }
  for (const { id, name, parentId } of newUnits) {
    await tx.insert(units).values({ id, name, parentId, createdAt: now })
  }
  const made = await insertPlaces(tx, plan.fresh, now)
  await changePlaces(tx, plan.changed)
  return {
    kind: 'imported',
    units: newUnits.length,
    added: plan.fresh.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    absent: plan.absent,
    claimed: await claimForJoined(tx, unitIds, now),
    lines: [
      ...plan.fresh.map(({ line, name, unitId }) => ({
        line,
        kind: 'added' as const,
        name,
        unitId,
        was: null,
      })),
      ...plan.changed.map(({ row, place }) => ({
        line: row.line,
        kind: 'changed' as const,
        name: row.name,
        unitId: row.unitId,
        was: place.name === row.name ? null : place.name,
      })),
    ],
    made: [
      ...made.map((placeId) => ({ placeId, before: null })),
      ...plan.changed.map(({ place }) => ({ placeId: place.id, before: beforeOf(place) })),
    ],
  }
}

async function knownPlaces(
  tx: Db,
  unitIds: readonly string[],
  rows: readonly RosterRow[],
): Promise<KnownPlace[]> {
  const hashes = rows.flatMap(({ nip }) => nip?.hash ?? [])
  return tx
    .select()
    .from(rosterPlaces)
    .where(
      sql`${rosterPlaces.unitId} = any (${arrayOf(unitIds, 'uuid')})
        or ${rosterPlaces.nipHash} = any (${arrayOf(hashes, 'text')})`,
    )
}

/** @returns the ids of the new places */
async function insertPlaces(tx: Db, rows: readonly RosterRow[], now: Date): Promise<number[]> {
  const ids: number[] = []
  for (let from = 0; from < rows.length; from += CHUNK) {
    const inserted = await tx
      .insert(rosterPlaces)
      .values(
        rows.slice(from, from + CHUNK).map(({ name, unitId, jobRole, phone, nip }) => ({
          name,
          unitId,
          jobRole,
          phone,
          sealedNip: nip?.sealed ?? null,
          nipHash: nip?.hash ?? null,
          importedAt: now,
        })),
      )
      .returning({ id: rosterPlaces.id })
    ids.push(...inserted.map(({ id }) => id))
  }
  return ids
}

async function changePlaces(
  tx: Db,
  changed: readonly Pick<PlannedChange, 'place' | 'after'>[],
): Promise<void> {
  for (let from = 0; from < changed.length; from += CHUNK) {
    const part = changed.slice(from, from + CHUNK)
    await writePlaces(
      tx,
      part.map(({ place, after }) => ({ placeId: place.id, ...after })),
    )
  }
}

/** Makes places be as it is said of each. */
async function writePlaces(
  tx: Db,
  places: readonly (PlaceBefore & { readonly placeId: number })[],
): Promise<void> {
  const column = (pick: (place: PlaceBefore) => string | null, type: string) =>
    arrayOf(places.map(pick), type)
  await tx.execute(sql`
    update roster_places r set unit_id = n.unit_id, name = n.name, job_role = n.job_role,
      phone = n.phone, sealed_nip = n.sealed_nip, nip_hash = n.nip_hash
    from unnest(${arrayOf(
      places.map(({ placeId }) => placeId),
      'bigint',
    )}, ${column((p) => p.unitId, 'uuid')}, ${column((p) => p.name, 'text')},
      ${column((p) => p.jobRole, 'text')}, ${column((p) => p.phone, 'text')},
      ${column((p) => p.sealedNip, 'text')}, ${column((p) => p.nipHash, 'text')})
      as n(id, unit_id, name, job_role, phone, sealed_nip, nip_hash)
    where r.id = n.id`)
}

function beforeOf({ unitId, name, jobRole, phone, sealedNip, nipHash }: PlaceBefore): PlaceBefore {
  return { unitId, name, jobRole, phone, sealedNip, nipHash }
}

export interface TakenBack {
  /** Places that are gone again. */
  readonly removed: number
  /** Places that are as they were before. */
  readonly restored: number
  /** Places that somebody has claimed meanwhile: they stay. */
  readonly kept: number
}

/**
 * Takes an import back: its new places go unless somebody has claimed one, and the others are as they
 * were. Whose a place is does not change.
 */
export async function takeRosterBack(tx: Db, made: RosterImported['made']): Promise<TakenBack> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const fresh = made.flatMap(({ placeId, before }) => (before === null ? [placeId] : []))
  const removed = await rowsOf<{ id: number }>(
    tx,
    sql`
    delete from roster_places where id = any (${arrayOf(fresh, 'bigint')}) and person_id is null
    returning id::int`,
  )
  const changed = made.flatMap(({ placeId, before }) =>
    before === null ? [] : [{ placeId, ...before }],
  )
  for (let from = 0; from < changed.length; from += CHUNK) {
    await writePlaces(tx, changed.slice(from, from + CHUNK))
  }
  return {
    removed: removed.length,
    restored: changed.length,
    kept: fresh.length - removed.length,
  }
}

/** People who joined before their roster was there. */
async function claimForJoined(tx: Db, unitIds: readonly string[], now: Date): Promise<number> {
  const free = await tx
    .select({ id: rosterPlaces.id, name: rosterPlaces.name, unitId: rosterPlaces.unitId })
    .from(rosterPlaces)
    .where(and(anyOf(rosterPlaces.unitId, unitIds), isNull(rosterPlaces.personId)))
  const joined = await rowsOf<{ id: string; name: string; unit_id: string }>(
    tx,
    sql`
    select p.id, p.name, p.unit_id from ${people} p
    where p.unit_id = any (${arrayOf(unitIds, 'uuid')}) and p.join_step is null
      and p.moved_away_at is null
      and not exists (select 1 from roster_places r where r.person_id = p.id)`,
  )
  const refused = await refusedPlaces(
    tx,
    joined.map(({ id }) => id),
  )
  const placesOf = Map.groupBy(free, ({ unitId }) => unitId)
  const peopleOf = Map.groupBy(joined, (row) => row.unit_id)
  let claimed = 0
  for (const [unitId, persons] of peopleOf) {
    const places = placesOf.get(unitId) ?? []
    if (places.length * persons.length > MOST_COMPARED) continue
    const sure = persons.flatMap(({ id, name }) => {
      const left = places.filter((place) => refused.get(id)?.has(place.id) !== true)
      const match = matchName(name, left)
      return match.kind === 'sure' ? [{ personId: id, placeId: match.id }] : []
    })
    // Two people of one name for one place: a person must judge.
    const wanted = Map.groupBy(sure, ({ placeId }) => placeId)
    for (const [placeId, [only, ...others]] of wanted) {
      if (only === undefined || others.length > 0) continue
      if (await claim(tx, { placeId, personId: only.personId, by: null }, now)) claimed += 1
    }
  }
  return claimed
}

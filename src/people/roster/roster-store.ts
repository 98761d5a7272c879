import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { people } from '../schema.ts'
import { rosterKey, type RosterRow } from './check-roster.ts'
import { claim, refusedPlaces } from './claims-store.ts'
import { matchName } from './match-name.ts'
import { rosterPlaces } from './schema.ts'

export interface RosterImported {
  readonly added: number
  /** The spelling, the kind of work or the phone number is another now. */
  readonly changed: number
  readonly unchanged: number
  /** On the roster of a unit that the file names, and not in the file: left as they are. */
  readonly absent: number
  /** Places that people who had joined before were sure to be meant by. */
  readonly claimed: number
}

/** One import at a time: two at once would both add the same people. */
const LOCK = 7_310_001

/** Rows of one statement: well below Postgres' 65,534 parameters. */
const CHUNK = 2000

/** Names of people times names of places that one import compares in a unit: about ten seconds. */
const MOST_COMPARED = 1_000_000

/** Takes a checked roster up. Run again it changes nothing; nobody is ever taken off by it. */
export async function importRoster(
  tx: Db,
  rows: readonly RosterRow[],
  now: Date,
): Promise<RosterImported> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
  const units = [...new Set(rows.map(({ unitId }) => unitId))]
  const known = await tx.select().from(rosterPlaces).where(inArray(rosterPlaces.unitId, units))
  const byKey = new Map(known.map((place) => [rosterKey(place.unitId, place.name), place]))
  const fresh = rows.filter(({ unitId, name }) => !byKey.has(rosterKey(unitId, name)))
  const changed = rows.flatMap((row) => {
    const place = byKey.get(rosterKey(row.unitId, row.name))
    return place === undefined || isSame(place, row) ? [] : [{ row, place }]
  })
  for (let from = 0; from < fresh.length; from += CHUNK) {
    await tx.insert(rosterPlaces).values(
      fresh.slice(from, from + CHUNK).map(({ name, unitId, jobRole, phone }) => ({
        name,
        unitId,
        jobRole,
        phone,
        importedAt: now,
      })),
    )
  }
  for (const { row, place } of changed) {
    const { name, jobRole, phone } = row
    await tx.update(rosterPlaces).set({ name, jobRole, phone }).where(eq(rosterPlaces.id, place.id))
  }
  const inFile = new Set(rows.map(({ unitId, name }) => rosterKey(unitId, name)))
  return {
    added: fresh.length,
    changed: changed.length,
    unchanged: rows.length - fresh.length - changed.length,
    absent: [...byKey.keys()].filter((key) => !inFile.has(key)).length,
    claimed: await claimForJoined(tx, units, now),
  }
}

function isSame(place: typeof rosterPlaces.$inferSelect, row: RosterRow): boolean {
  return place.name === row.name && place.jobRole === row.jobRole && place.phone === row.phone
}

/** People who joined before their roster was there. */
async function claimForJoined(tx: Db, units: readonly string[], now: Date): Promise<number> {
  const free = await tx
    .select({ id: rosterPlaces.id, name: rosterPlaces.name, unitId: rosterPlaces.unitId })
    .from(rosterPlaces)
    .where(and(inArray(rosterPlaces.unitId, [...units]), isNull(rosterPlaces.personId)))
  const joined = await rowsOf<{ id: string; name: string; unit_id: string }>(
    tx,
    sql`
    select p.id, p.name, p.unit_id from ${people} p
    where p.unit_id = any (${arrayOf(units, 'uuid')}) and p.join_step is null
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

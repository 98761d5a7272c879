import { and, eq, isNull, sql } from 'drizzle-orm'
import { anyOf, type Db, rowsOf } from '../../platform/db/index.ts'
import { canReach } from '../reach-store.ts'
import type { Person } from '../person.ts'
import { matchName } from './match-name.ts'
import { rosterDoubts, rosterPlaces } from './schema.ts'

export type RosterDoubt = typeof rosterDoubts.$inferSelect
export type RosterPlace = typeof rosterPlaces.$inferSelect

export type Claimed =
  | { readonly kind: 'claimed'; readonly placeId: number }
  /** A coordinator has to say which place it is, if any. */
  | { readonly kind: 'doubtful'; readonly doubtId: number }
  /** The unit has no roster, or nobody on it is called anything like it. */
  | { readonly kind: 'none' }

/** Names of one unit that are looked through; larger ones are split by the organisation itself. */
const MOST_LOOKED_AT = 20_000

/** Whoever has joined gets the place on the roster that is theirs, where their name says so. */
export async function claimByName(
  tx: Db,
  person: Pick<Person, 'id' | 'name' | 'unitId'>,
  now: Date,
): Promise<Claimed> {
  if (person.unitId === null || (await placeOf(tx, person.id)) !== undefined)
    return { kind: 'none' }
  const match = matchName(person.name, await freePlaces(tx, person.unitId, person.id))
  switch (match.kind) {
    case 'none':
      return match
    case 'sure': {
      const placeId = match.id
      // Somebody of the same name was faster.
      if (!(await claim(tx, { placeId, personId: person.id, by: null }, now)))
        return { kind: 'none' }
      return { kind: 'claimed', placeId }
    }
    case 'doubtful': {
      const candidates = [...match.ids]
      const [doubt] = await tx
        .insert(rosterDoubts)
        .values({ personId: person.id, candidates, state: 'asked', askedAt: now })
        .onConflictDoNothing()
        .returning({ id: rosterDoubts.id })
      return doubt === undefined ? { kind: 'none' } : { kind: 'doubtful', doubtId: doubt.id }
    }
  }
}

/** Places of a unit that are nobody's, but those that this person was said not to be. */
async function freePlaces(
  tx: Db,
  unitId: string,
  personId: string,
): Promise<{ id: number; name: string }[]> {
  const refused = (await refusedPlaces(tx, [personId])).get(personId)
  const free = await tx
    .select({ id: rosterPlaces.id, name: rosterPlaces.name })
    .from(rosterPlaces)
    .where(and(eq(rosterPlaces.unitId, unitId), isNull(rosterPlaces.personId)))
    .limit(MOST_LOOKED_AT)
  return free.filter(({ id }) => refused?.has(id) !== true)
}

/** Places that a coordinator said are not these people's. */
export async function refusedPlaces(
  tx: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx
    .select({ personId: rosterDoubts.personId, candidates: rosterDoubts.candidates })
    .from(rosterDoubts)
    .where(and(anyOf(rosterDoubts.personId, personIds), eq(rosterDoubts.state, 'refused')))
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map(
    [...byPerson].map(([id, all]) => [id, new Set(all.flatMap(({ candidates }) => candidates))]),
  )
}

/** @returns whether the place was free, and the person had none */
export async function claim(
  tx: Db,
  { placeId, personId, by }: { placeId: number; personId: string; by: string | null },
  now: Date,
): Promise<boolean> {
  if ((await placeOf(tx, personId)) !== undefined) return false
  const taken = await tx
    .update(rosterPlaces)
    .set({ personId, claimedAt: now, claimedBy: by })
    .where(and(eq(rosterPlaces.id, placeId), isNull(rosterPlaces.personId)))
    .returning({ id: rosterPlaces.id })
  return taken.length > 0
}

/** The place on the roster that is somebody's. */
export async function placeOf(db: Db, personId: string): Promise<RosterPlace | undefined> {
  const [row] = await db.select().from(rosterPlaces).where(eq(rosterPlaces.personId, personId))
  return row
}

export async function findPlaces(
  db: Db,
  ids: readonly number[],
): Promise<ReadonlyMap<number, RosterPlace>> {
  if (ids.length === 0) return new Map()
  const rows = await db.select().from(rosterPlaces).where(anyOf(rosterPlaces.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

export async function findDoubt(db: Db, id: number): Promise<RosterDoubt | undefined> {
  const [row] = await db.select().from(rosterDoubts).where(eq(rosterDoubts.id, id))
  return row
}

export type DoubtDecided =
  | { readonly kind: 'claimed' | 'refused'; readonly doubt: RosterDoubt }
  | { readonly kind: 'not_allowed' }
  /** Another coordinator was faster. */
  | { readonly kind: 'decided_before' }
  /** The place is somebody else's by now, or is not there. */
  | { readonly kind: 'gone' }

/** @param candidate which of the candidates it is, from 0; null: none of them */
export async function decideDoubt(
  tx: Db,
  { id, candidate, by }: { id: number; candidate: number | null; by: string },
  now: Date,
): Promise<DoubtDecided> {
  const [doubt] = await tx.select().from(rosterDoubts).where(eq(rosterDoubts.id, id)).for('update')
  if (doubt === undefined) return { kind: 'gone' }
  if (!(await canReach(tx, by, doubt.personId))) return { kind: 'not_allowed' }
  if (doubt.state !== 'asked') return { kind: 'decided_before' }
  const placeId = candidate === null ? undefined : doubt.candidates[candidate]
  if (candidate !== null) {
    const { personId } = doubt
    if (placeId === undefined || !(await claim(tx, { placeId, personId, by }, now))) {
      return { kind: 'gone' }
    }
  }
  const state = candidate === null ? 'refused' : 'claimed'
  await tx
    .update(rosterDoubts)
    .set({ state, decidedBy: by, decidedAt: now })
    .where(eq(rosterDoubts.id, id))
  return { kind: state, doubt: { ...doubt, state } }
}

/** Free places of the person's unit whose names are like the person's, the nearest first. */
export async function placesLike(
  db: Db,
  viewerId: string,
  person: Pick<Person, 'id' | 'name' | 'unitId'>,
): Promise<readonly number[]> {
  if (person.unitId === null || !(await canReach(db, viewerId, person.id))) return []
  const free = await db
    .select({ id: rosterPlaces.id, name: rosterPlaces.name })
    .from(rosterPlaces)
    .where(and(eq(rosterPlaces.unitId, person.unitId), isNull(rosterPlaces.personId)))
    .limit(MOST_LOOKED_AT)
  const match = matchName(person.name, free)
  if (match.kind === 'none') return []
  return match.kind === 'sure' ? [match.id] : match.ids
}

/**
 * Gives a free place of the person's own unit by hand, whatever the names are.
 *
 * @returns whether it was free, and the person within the reach of who gives it
 */
export async function givePlace(
  tx: Db,
  { personId, placeId, by }: { personId: string; placeId: number; by: string },
  now: Date,
): Promise<boolean> {
  if (!(await canReach(tx, by, personId))) return false
  const same = await rowsOf<{ id: number }>(
    tx,
    sql`
    select r.id::int from roster_places r join people p on p.unit_id = r.unit_id
    where r.id = ${placeId} and p.id = ${personId}`,
  )
  return same.length > 0 && claim(tx, { placeId, personId, by }, now)
}

/**
 * Takes a place on the roster back from whom it was given to, by a name or by hand; it is not given to
 * the same person by the name again.
 *
 * @returns whether there was one, within the reach of who asks
 */
export async function releasePlace(
  tx: Db,
  { personId, by }: { personId: string; by: string },
  now: Date,
): Promise<boolean> {
  if (!(await canReach(tx, by, personId))) return false
  const freed = await rowsOf<{ id: number }>(
    tx,
    sql`
    update roster_places set person_id = null, claimed_at = null, claimed_by = null
    where person_id = ${personId} returning id::int`,
  )
  if (freed.length === 0) return false
  await tx.insert(rosterDoubts).values({
    personId,
    candidates: freed.map(({ id }) => id),
    state: 'refused',
    askedAt: now,
    decidedBy: by,
    decidedAt: now,
  })
  return true
}

/** The place on the roster goes with the account that is the person's now, unless they had one. */
export async function moveClaim(tx: Db, from: string, to: string): Promise<void> {
  const free = (await placeOf(tx, to)) === undefined
  await tx
    .update(rosterPlaces)
    .set(free ? { personId: to } : { personId: null, claimedAt: null, claimedBy: null })
    .where(eq(rosterPlaces.personId, from))
}

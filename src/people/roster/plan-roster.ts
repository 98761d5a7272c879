import { partsOfName } from '../names.ts'
import type { PlaceBefore, RosterRow } from './roster-row.ts'

/** A place on the roster, as planning sees it. */
export interface KnownPlace extends PlaceBefore {
  readonly id: number
}

export interface PlannedChange {
  readonly row: RosterRow
  readonly place: KnownPlace
  /** As it will be. */
  readonly after: PlaceBefore
}

export interface RosterPlan {
  readonly fresh: readonly RosterRow[]
  readonly changed: readonly PlannedChange[]
  readonly unchanged: number
  /** Rows that may mean several places: a NIP would tell. */
  readonly unclear: readonly RosterRow[]
  /** Places of the file's units that no row means. */
  readonly absent: number
}

/** A name as two people of one unit may not share it: without titles, and short forms written out. */
export function rosterKey(unitId: string, name: string): string {
  return `${unitId} ${partsOfName(name).join(' ')}`
}

/**
 * Which place each row means: the one with its NIP, wherever it is; otherwise the one of its name in
 * its unit that no other row means. What a row does not say stays as it was.
 */
export function planRoster(rows: readonly RosterRow[], known: readonly KnownPlace[]): RosterPlan {
  const byNip = new Map(
    known.flatMap((place) => (place.nipHash === null ? [] : [[place.nipHash, place]])),
  )
  const byKey = Map.groupBy(known, ({ unitId, name }) => rosterKey(unitId, name))
  const taken = new Set<number>()
  const fresh: RosterRow[] = []
  const unclear: RosterRow[] = []
  const changed: PlannedChange[] = []
  let unchanged = 0
  const meant = (row: RosterRow): KnownPlace | 'none' | 'unclear' => {
    const numbered = row.nip === undefined ? undefined : byNip.get(row.nip.hash)
    if (numbered !== undefined) return numbered
    const named = (byKey.get(rosterKey(row.unitId, row.name)) ?? []).filter(
      ({ id, nipHash }) => !taken.has(id) && (row.nip === undefined || nipHash === null),
    )
    const [only, ...others] = named
    if (only === undefined) return 'none'
    return others.length > 0 ? 'unclear' : only
  }
  // Those with a number first: what they mean is sure, and is nobody else's.
  const sorted = [
    ...rows.filter(({ nip }) => nip !== undefined),
    ...rows.filter(({ nip }) => nip === undefined),
  ]
  for (const row of sorted) {
    const place = meant(row)
    if (place === 'none') fresh.push(row)
    else if (place === 'unclear') unclear.push(row)
    else {
      taken.add(place.id)
      const after = changeOf(row, place)
      if (isSame(place, after)) unchanged += 1
      else changed.push({ row, place, after })
    }
  }
  const units = new Set(rows.map(({ unitId }) => unitId))
  return {
    fresh,
    changed,
    unchanged,
    unclear,
    absent: known.filter(({ id, unitId }) => units.has(unitId) && !taken.has(id)).length,
  }
}

function changeOf(row: RosterRow, place: KnownPlace): PlaceBefore {
  return {
    unitId: row.unitId,
    name: row.name,
    jobRole: row.jobRole ?? place.jobRole,
    phone: row.phone ?? place.phone,
    // The same number sealed again is other bytes: it stays as it is sealed.
    ...(row.nip === undefined || row.nip.hash === place.nipHash
      ? { sealedNip: place.sealedNip, nipHash: place.nipHash }
      : { sealedNip: row.nip.sealed, nipHash: row.nip.hash }),
  }
}

function isSame(a: PlaceBefore, b: PlaceBefore): boolean {
  return (
    a.unitId === b.unitId &&
    a.name === b.name &&
    a.jobRole === b.jobRole &&
    a.phone === b.phone &&
    a.nipHash === b.nipHash
  )
}

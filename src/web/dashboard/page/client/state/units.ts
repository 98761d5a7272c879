import type { Start } from '../../../contract.ts'

export type Unit = Start['units'][number]

/** A unit of the tree as it is listed: how deep it lies, and whether something lies below it. */
export interface Listed extends Unit {
  readonly depth: number
  readonly hasBelow: boolean
}

/** The unit with those above it, the highest first; empty where it is not within reach. */
export function pathTo(units: readonly Unit[], id: string): readonly Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const path: Unit[] = []
  let at = byId.get(id)
  while (at !== undefined && !path.includes(at)) {
    path.unshift(at)
    at = at.parentId === null ? undefined : byId.get(at.parentId)
  }
  return path
}

/** What of the tree can be seen while these are open: a unit, then what is open below it. */
export function openTree(units: readonly Unit[], open: ReadonlySet<string>): readonly Listed[] {
  const known = new Set(units.map(({ id }) => id))
  const below = new Map<string | null, Unit[]>()
  for (const unit of units) {
    const above = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    const siblings = below.get(above)
    if (siblings === undefined) below.set(above, [unit])
    else siblings.push(unit)
  }
  const listed: Listed[] = []
  const walk = (above: string | null, depth: number): void => {
    for (const unit of below.get(above) ?? []) {
      const hasBelow = below.has(unit.id)
      listed.push({ ...unit, depth, hasBelow })
      if (hasBelow && open.has(unit.id)) walk(unit.id, depth + 1)
    }
  }
  walk(null, 0)
  return listed
}

/** Units whose names hold the words, those that begin with them first. */
export function findUnits(units: readonly Unit[], words: string): readonly Unit[] {
  const wanted = words.trim().toLocaleLowerCase('id-ID')
  if (wanted === '') return []
  const place = ({ name }: Unit): number => name.toLocaleLowerCase('id-ID').indexOf(wanted)
  return units
    .filter((unit) => place(unit) >= 0)
    .toSorted((a, b) => Number(place(a) > 0) - Number(place(b) > 0))
}

import type { Counted } from './cautious-share.ts'

/** A node of the tree with the people who belong to it and to none below it. */
export interface UnitCount extends Counted {
  readonly unitId: string
  readonly name: string
  readonly parentId: string | null
}

/** Fewer people than this are not shown: their share would say who it was. */
export const FEWEST = 5

export interface Gathered {
  /** Units that are shown, each with the small ones below it. */
  readonly shown: readonly UnitCount[]
  /** Under which of them each unit is counted; missing: under none. */
  readonly placeOf: ReadonlyMap<string, string>
}

/**
 * Counts the people of units with fewer than five within the unit above, and so on upwards. The
 * organisation itself is no unit among units: who ends up there is in no row.
 */
export function gatherUnits(units: readonly UnitCount[]): Gathered {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const counts = new Map<string, Counted>(units.map((unit) => [unit.unitId, unit]))
  const mergedInto = new Map<string, string>()
  const depth = (unit: UnitCount): number => {
    const above = unit.parentId === null ? undefined : byId.get(unit.parentId)
    return above === undefined ? 0 : 1 + depth(above)
  }
  const deepestFirst = units
    .map((unit) => ({ unit, depth: depth(unit) }))
    .toSorted((a, b) => b.depth - a.depth)
  for (const { unit } of deepestFirst) {
    const own = counts.get(unit.unitId)
    if (unit.parentId === null || own === undefined || own.people >= FEWEST) continue
    const above = counts.get(unit.parentId)
    if (above === undefined) continue
    mergedInto.set(unit.unitId, unit.parentId)
    counts.set(unit.parentId, {
      people: above.people + own.people,
      onSchedule: above.onSchedule + own.onSchedule,
    })
  }
  const shown = units.flatMap((unit): UnitCount[] => {
    const own = counts.get(unit.unitId)
    if (unit.parentId === null || own === undefined || mergedInto.has(unit.unitId)) return []
    return [{ ...unit, people: own.people, onSchedule: own.onSchedule }]
  })
  const shownIds = new Set(shown.map(({ unitId }) => unitId))
  const placeOf = new Map<string, string>()
  for (const { unitId } of units) {
    let at = unitId
    for (let above = mergedInto.get(at); above !== undefined; above = mergedInto.get(at)) at = above
    if (shownIds.has(at)) placeOf.set(unitId, at)
  }
  return { shown, placeOf }
}

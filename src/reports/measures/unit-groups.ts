import type { Unit } from '../../people/index.ts'
import type { Group } from './sums-store.ts'

/** Scope of people who belong to no unit. */
const UNPLACED = 'none'

/** A unit with all below it, as one group. */
export function groupOfUnit(units: readonly Unit[], unitId: string): Group {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const scopes = [unitId]
  for (const id of scopes) {
    for (const child of children.get(id) ?? []) scopes.push(child.id)
  }
  return { id: unitId, scopes }
}

/** Several units with all below them, as one group; whoever is below two of them is in it once. */
export function groupOfUnits(units: readonly Unit[], unitIds: readonly string[]): Group {
  const scopes = new Set(unitIds.flatMap((id) => groupOfUnit(units, id).scopes))
  return { id: 'units', scopes: [...scopes] }
}

/** Everybody, as the units that they are in: where it matters which, e.g. for its calendar. */
export function everybodyByUnit(units: readonly Unit[]): Group {
  return { id: 'all', scopes: [...units.map(({ id }) => id), UNPLACED] }
}

/** The units right below one, each with all below it; nobody is in two of them. */
export function groupsBelow(units: readonly Unit[], unitId: string): Group[] {
  return units.filter(({ parentId }) => parentId === unitId).map(({ id }) => groupOfUnit(units, id))
}

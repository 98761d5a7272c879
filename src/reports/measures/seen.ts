import type { Reach, Unit } from '../../people/index.ts'
import { EVERYBODY, type Group } from './sums-store.ts'
import { everybodyByUnit, groupOfUnit } from './unit-groups.ts'

/** People whose figures somebody looks at: never beyond the reach of whoever looks. */
export interface Seen {
  readonly group: Group
  /** The same people, with units as scopes. */
  readonly placed: Group
  /** This unit and all below it; undefined: all in reach. */
  readonly unit: Unit | undefined
  /** Everybody of the organisation. */
  readonly everybody: boolean
}

/** Units in reach that stand below no other that is. */
export function topUnits({ units }: Reach): Unit[] {
  const ids = new Set(units.map(({ id }) => id))
  return units.filter(({ parentId }) => parentId === null || !ids.has(parentId))
}

/** Nobody: what whoever coordinates closed units alone has to look at. */
export const NOBODY: Seen = {
  group: { id: 'reach', scopes: [] },
  placed: { id: 'reach', scopes: [] },
  unit: undefined,
  everybody: false,
}

/**
 * @param unitId this unit and all below it; undefined: all in reach
 * @returns undefined where that unit, or everything, is out of reach
 */
export function seenIn(reach: Reach, unitId?: string): Seen | undefined {
  const { everybody, units } = reach
  if (unitId === undefined && everybody) {
    return { group: EVERYBODY, placed: everybodyByUnit(units), unit: undefined, everybody }
  }
  const tops = topUnits(reach)
  const only = unitId ?? (tops.length === 1 ? tops[0]?.id : undefined)
  if (only !== undefined) {
    const unit = units.find(({ id }) => id === only)
    if (unit === undefined) return undefined
    const group = groupOfUnit(units, only)
    return { group, placed: group, unit, everybody: false }
  }
  if (tops.length === 0) return undefined
  const group = { id: 'reach', scopes: units.map(({ id }) => id) }
  return { group, placed: group, unit: undefined, everybody: false }
}

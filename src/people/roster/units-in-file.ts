import { randomUUID } from 'node:crypto'
import { looksLikeFormula } from '../../platform/spreadsheet/table.ts'
import { UNIT_NAME_LENGTH, type Unit } from '../units-store.ts'
import { nearestName } from './nearest-name.ts'
import type { NewUnit } from './roster-row.ts'
import { rosterFault, type RosterFault } from './roster-faults.ts'

/** Names that are nowhere and that something near is looked for: each costs a look at every unit. */
const MOST_NEAR = 200

export interface UnitsInFile {
  /** The unit of a line, made where it is new and the line names the one above it. */
  find(line: number, name: string, parent: string): Unit | RosterFault
  fresh(): readonly NewUnit[]
}

/** Which units the lines of a file mean. */
export function findUnits(units: readonly Unit[], defaultUnit: Unit | undefined): UnitsInFile {
  const known = new Map(units.map((unit) => [unit.name.toLowerCase(), unit]))
  const names = units.map(({ name }) => name)
  const made: NewUnit[] = []
  /** A mistake in one unit's name stands in all of its rows. */
  const near = new Map<string, string | undefined>()
  const nearest = (name: string): string | undefined => {
    if (!near.has(name) && near.size < MOST_NEAR) near.set(name, nearestName(name, names))
    return near.get(name)
  }
  return {
    find(line, name, parent) {
      if (name === '') return defaultUnit ?? rosterFault(line, 'unit-empty')
      const unit = known.get(name.toLowerCase())
      if (unit !== undefined) return unit
      if (parent === '') {
        const meant = nearest(name)
        return meant === undefined
          ? rosterFault(line, 'unit-unknown', name)
          : rosterFault(line, 'unit-near', name, meant)
      }
      const above = known.get(parent.toLowerCase())
      if (above === undefined) return rosterFault(line, 'parent-unknown', parent)
      if (looksLikeFormula(name)) return rosterFault(line, 'formula-unit', name)
      if (name.length > UNIT_NAME_LENGTH)
        return rosterFault(line, 'unit-long', name, UNIT_NAME_LENGTH)
      const fresh = { id: randomUUID(), name, parentId: above.id }
      made.push({ line, ...fresh })
      known.set(name.toLowerCase(), fresh)
      return fresh
    },
    fresh: () => made,
  }
}

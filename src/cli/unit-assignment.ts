import { parseArgs } from 'node:util'
import { findUnitByName, type Unit } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { UserError } from '../platform/errors.ts'

export interface UnitAssignment {
  readonly unit: string
  /** Null: what the unit above it has. */
  readonly value: string | null
  readonly json: boolean
}

/**
 * `<unit> <what>`, or `<unit> --inherit`; a unit's name may be several words.
 * @throws UserError when the unit or what it is given is missing
 */
export function readUnitAssignment(
  args: readonly string[],
  { command, what }: { readonly command: string; readonly what: string },
): UnitAssignment {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      inherit: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const value = values.inherit ? null : (positionals.at(-1) ?? '')
  const unit = (values.inherit ? positionals : positionals.slice(0, -1)).join(' ')
  if (unit === '' || value === '') {
    throw new UserError(`Which unit, and which ${what}? ${command} <unit> <${what}>`, {
      hint: `With --inherit instead of a ${what}, it has that of the unit above it again.`,
    })
  }
  return { unit, value, json: values.json }
}

/** @throws UserError when there is no unit of that name */
export async function unitNamed(db: Db, name: string): Promise<Unit> {
  const unit = await findUnitByName(db, name)
  if (unit !== undefined) return unit
  throw new UserError(`There is no unit named "${name}".`, {
    hint: 'See the names with: npm run sedikit -- unit list',
  })
}

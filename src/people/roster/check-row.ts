import type { CsvRow } from '../../platform/split-csv.ts'
import { looksLikeFormula } from '../../platform/spreadsheet/table.ts'
import { partsOfName } from '../names.ts'
import { readNip } from '../nip.ts'
import { rosterKey } from './plan-roster.ts'
import { rosterFault, type RosterFault } from './roster-faults.ts'
import { rosterNip, type RosterNip } from './roster-nip.ts'
import type { RosterRow } from './roster-row.ts'
import { jobRoleIn, phoneIn, type Column } from './roster-words.ts'
import type { UnitsInFile } from './units-in-file.ts'

/** What earlier lines have taken, with the line. */
export interface Taken {
  readonly names: Map<string, { readonly line: number; readonly nip: boolean }>
  readonly elsewhere: Map<string, { readonly line: number; readonly unitId: string }>
  readonly nips: Map<string, number>
}

export interface CheckedRow {
  readonly row?: RosterRow
  readonly faults: readonly RosterFault[]
  readonly warnings: readonly RosterFault[]
}

/** Longest name in characters, as at joining. */
const NAME_LENGTH = 80

export interface RowContext {
  readonly columns: readonly (Column | undefined)[]
  readonly found: UnitsInFile
  readonly taken: Taken
  readonly secret: string | undefined
}

/** One line: a person, or a unit alone where it names one, the unit above it, and nobody. */
export function checkRow({ line, cells }: CsvRow, context: RowContext): CheckedRow {
  const { columns, found, taken, secret } = context
  const cell = (column: Column): string =>
    (cells[columns.indexOf(column)] ?? '').trim().replaceAll(/\s+/g, ' ')
  const [name, title, number] = [cell('name'), cell('role'), cell('phone')]
  const faults: RosterFault[] = []
  const warnings: RosterFault[] = []
  const unit = found.find(line, cell('unit'), cell('parent'))
  const isUnitAlone = name === '' && cell('parent') !== '' && !('problem' in unit)
  if (isUnitAlone) return { faults, warnings }
  faults.push(...nameFaults(line, name))
  if ('problem' in unit) faults.push(unit)
  const jobRole = title === '' ? null : (jobRoleIn(title) ?? null)
  if (title !== '' && jobRole === null) warnings.push(rosterFault(line, 'role-unknown', title))
  const phone = number === '' ? null : (phoneIn(number) ?? null)
  if (number !== '' && phone === null) faults.push(rosterFault(line, 'phone-none'))
  if (phone !== null && /^[1-9]/.test(number) && phone.startsWith('0')) {
    warnings.push(rosterFault(line, 'phone-zero'))
  }
  const nip = secret === undefined ? undefined : nipIn(line, cell('nip'), secret)
  if (nip !== undefined && 'problem' in nip) faults.push(nip)
  if (faults.length > 0 || 'problem' in unit || (nip !== undefined && 'problem' in nip)) {
    return { faults, warnings }
  }
  const row: RosterRow = {
    line,
    name,
    unitId: unit.id,
    jobRole,
    phone,
    ...(nip === undefined ? {} : { nip }),
  }
  const twice = takenBefore(row, taken)
  if (twice !== undefined) return { faults: [twice], warnings }
  return { row, faults, warnings: [...warnings, ...namesakes(row, taken)] }
}

function nameFaults(line: number, name: string): RosterFault[] {
  if (name === '') return [rosterFault(line, 'name-empty')]
  if (looksLikeFormula(name)) return [rosterFault(line, 'formula-name', name)]
  return partsOfName(name).length === 0 || name.length > NAME_LENGTH
    ? [rosterFault(line, 'name-none', name.slice(0, 40), NAME_LENGTH)]
    : []
}

/** Excel keeps 15 digits of a number and shows more than 11 as a power of ten: nothing brings the rest back. */
function nipIn(line: number, text: string, secret: string): RosterNip | RosterFault | undefined {
  if (text === '' || /^[-–]+$/.test(text)) return undefined
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return rosterFault(line, 'nip-rounded', text)
  const digits = text.replace(/^'/, '').replaceAll(/[\s.-]/g, '')
  if (/^\d{15}000$/.test(digits)) return rosterFault(line, 'nip-rounded', digits.slice(0, 4) + '…')
  if (/^\d+$/.test(digits) && digits.length !== 18) {
    return rosterFault(line, 'nip-cut', digits.length)
  }
  const nip = readNip(digits)
  return nip === undefined ? rosterFault(line, 'nip-none') : rosterNip(secret, nip)
}

/** Two of one name in a unit are told apart by their NIPs alone. */
function takenBefore(
  { line, name, unitId, nip }: RosterRow,
  taken: Taken,
): RosterFault | undefined {
  if (nip !== undefined) {
    const before = taken.nips.get(nip.hash)
    if (before !== undefined) return rosterFault(line, 'nip-twice', '', before)
    taken.nips.set(nip.hash, line)
  }
  const key = rosterKey(unitId, name)
  const before = taken.names.get(key)
  if (before !== undefined && !(before.nip && nip !== undefined)) {
    return rosterFault(line, 'same-name', name, before.line)
  }
  taken.names.set(key, { line, nip: nip !== undefined })
  return undefined
}

function namesakes({ line, name, unitId }: RosterRow, { elsewhere }: Taken): RosterFault[] {
  const parts = partsOfName(name)
  const whole = parts.join(' ')
  const other = elsewhere.get(whole)
  elsewhere.set(whole, { line, unitId })
  return other !== undefined && other.unitId !== unitId && parts.length > 1
    ? [rosterFault(line, 'same-elsewhere', name, other.line)]
    : []
}

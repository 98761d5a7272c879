import type { CsvRow } from '../../platform/split-csv.ts'
import type { Unit } from '../units-store.ts'
import { checkRow, type Taken } from './check-row.ts'
import { rosterFault, type RosterFault } from './roster-faults.ts'
import type { NewUnit, RosterRow } from './roster-row.ts'
import { columnOf, isIdentityNumber, type Column } from './roster-words.ts'
import { findUnits } from './units-in-file.ts'

export interface CheckedRoster {
  readonly rows: readonly RosterRow[]
  /** Parents first. */
  readonly newUnits: readonly NewUnit[]
  /** With one of these nothing is imported. */
  readonly faults: readonly RosterFault[]
  /** Worth a look; the row is taken as it stands. */
  readonly warnings: readonly RosterFault[]
}

export interface RosterOptions {
  /** The unit of a table that names none. */
  readonly defaultUnit?: Unit | undefined
  /** Seals NIPs; without it none is read. */
  readonly secret?: string | undefined
}

/** Rows of one file: more than the largest regency has civil servants. */
export const MOST_ROWS = 100_000

/**
 * A table of who should learn: a row with the names of the columns, then one row a person. Everything
 * that is wrong is told at once, each with its line.
 */
export function checkRoster(
  table: readonly CsvRow[],
  units: readonly Unit[],
  { defaultUnit, secret }: RosterOptions = {},
): CheckedRoster {
  const lines = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const head = lines.findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'name'))
  const header = lines[head]
  if (header === undefined) return refused(rosterFault(lines[0]?.line ?? 1, 'header-missing'))
  const { line } = header
  const columns = header.cells.map((cell) => {
    const column = columnOf(cell)
    return column === 'nip' && secret === undefined ? undefined : column
  })
  const faults = columnFaults(line, columns, defaultUnit)
  if (faults.length > 0) return refused(...faults)
  const people = lines.slice(head + 1)
  if (people.length === 0) return refused(rosterFault(line, 'rows-none'))
  if (people.length > MOST_ROWS) {
    return refused(rosterFault(line, 'rows-many', people.length, MOST_ROWS))
  }
  const found = findUnits(units, defaultUnit)
  const taken: Taken = { names: new Map(), elsewhere: new Map(), nips: new Map() }
  const checked = people.map((row) => checkRow(row, { columns, found, taken, secret }))
  return {
    rows: checked.flatMap(({ row }) => row ?? []),
    newUnits: found.fresh(),
    faults: checked.flatMap((one) => one.faults),
    warnings: [
      ...unread(header, columns).map((heading) =>
        rosterFault(line, columnOf(heading) === 'nip' ? 'nip-unread' : 'number-unread', heading),
      ),
      ...checked.flatMap((one) => one.warnings),
    ],
  }
}

function refused(...faults: readonly RosterFault[]): CheckedRoster {
  return { rows: [], newUnits: [], faults, warnings: [] }
}

/** Headings of columns that hold a number of the person and are left alone. */
function unread(header: CsvRow, columns: readonly (Column | undefined)[]): string[] {
  return header.cells
    .filter((cell, i) => columns[i] === undefined && isIdentityNumber(cell))
    .map((cell) => cell.trim())
}

function columnFaults(
  line: number,
  columns: readonly (Column | undefined)[],
  defaultUnit: Unit | undefined,
): RosterFault[] {
  const twice = columns.filter((column, i) => column !== undefined && columns.indexOf(column) !== i)
  const faults = [...new Set(twice)].map((column) => rosterFault(line, 'two-columns', column ?? ''))
  if (columns.includes('unit') || defaultUnit !== undefined) return faults
  return [...faults, rosterFault(line, 'unit-column')]
}

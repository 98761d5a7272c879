import type { CsvFault, CsvRow } from '../../platform/split-csv.ts'
import { partsOfName } from '../names.ts'
import type { Unit } from '../units-store.ts'
import type { JobRole } from '../words.ts'
import { nearestName } from './nearest-name.ts'
import { columnOf, isIdentityNumber, jobRoleIn, phoneIn, type Column } from './roster-words.ts'

/** A place of a checked roster. */
export interface RosterRow {
  readonly line: number
  readonly name: string
  readonly unitId: string
  readonly jobRole: JobRole | null
  readonly phone: string | null
}

export type RosterFault = CsvFault

export interface CheckedRoster {
  readonly rows: readonly RosterRow[]
  /** With one of these nothing is imported. */
  readonly faults: readonly RosterFault[]
  /** Worth a look; the row is taken as it stands. */
  readonly warnings: readonly RosterFault[]
}

/** Longest name in characters, as at joining. */
const NAME_LENGTH = 80

/** Rows of one file: more than the largest regency has civil servants. */
export const MOST_ROWS = 100_000

/** A name as two people of one unit may not share it: without titles, and short forms written out. */
export function rosterKey(unitId: string, name: string): string {
  return `${unitId} ${partsOfName(name).join(' ')}`
}

/**
 * A table of who should learn: a row with the names of the columns, then one row a person. Everything
 * that is wrong is told at once, each with its line.
 *
 * @param defaultUnit the unit of a table that names none
 */
export function checkRoster(
  table: readonly CsvRow[],
  units: readonly Unit[],
  defaultUnit?: Unit,
): CheckedRoster {
  const lines = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const head = lines.findIndex(({ cells }) => cells.some((cell) => columnOf(cell) === 'name'))
  const header = lines[head]
  if (header === undefined) {
    const what = 'no row names the columns'
    const mend = 'write nama, unit and jabatan (or name, unit and role) above the people'
    return { rows: [], faults: [{ line: lines[0]?.line ?? 1, what, mend }], warnings: [] }
  }
  const columns = header.cells.map(columnOf)
  const faults = columnFaults(header, columns, defaultUnit)
  if (faults.length > 0) return { rows: [], faults, warnings: [] }
  const people = lines.slice(head + 1)
  if (people.length === 0 || people.length > MOST_ROWS) {
    const what =
      people.length === 0 ? 'nobody stands below it' : `there are ${people.length} people`
    const mend = people.length === 0 ? 'add a row for each person' : `import ${MOST_ROWS} at a time`
    return { rows: [], faults: [{ line: header.line, what, mend }], warnings: [] }
  }
  const checker = rowChecker(columns, units, defaultUnit)
  const checked = people.map(checker)
  const dropped = header.cells.filter(isIdentityNumber)
  return {
    rows: checked.flatMap(({ row }) => row ?? []),
    faults: checked.flatMap((one) => one.faults),
    warnings: [
      ...dropped.map((heading) => ({
        line: header.line,
        what: `the column "${heading.trim()}" is not read`,
        mend: 'such numbers are never kept; leave the column out',
      })),
      ...checked.flatMap((one) => one.warnings),
    ],
  }
}

function columnFaults(
  { line }: CsvRow,
  columns: readonly (Column | undefined)[],
  defaultUnit: Unit | undefined,
): RosterFault[] {
  const twice = columns.filter((column, i) => column !== undefined && columns.indexOf(column) !== i)
  const faults = [...new Set(twice)].map((column) => ({
    line,
    what: `two columns say the ${column ?? ''}`,
    mend: 'remove one of the two',
  }))
  if (columns.includes('unit') || defaultUnit !== undefined) return faults
  return [
    ...faults,
    { line, what: 'no column says the unit', mend: 'add a column unit, or name it with --unit' },
  ]
}

interface CheckedRow {
  readonly row?: RosterRow
  readonly faults: readonly RosterFault[]
  readonly warnings: readonly RosterFault[]
}

function rowChecker(
  columns: readonly (Column | undefined)[],
  units: readonly Unit[],
  defaultUnit: Unit | undefined,
): (row: CsvRow) => CheckedRow {
  const byName = new Map(units.map((unit) => [unit.name.toLowerCase(), unit]))
  const nearest = onceEach((name) =>
    nearestName(
      name,
      units.map((unit) => unit.name),
    ),
  )
  const seen = new Map<string, number>()
  const elsewhere = new Map<string, { line: number; unitId: string }>()
  return ({ line, cells }) => {
    const cell = (column: Column): string =>
      (cells[columns.indexOf(column)] ?? '').trim().replaceAll(/\s+/g, ' ')
    const faults: RosterFault[] = []
    const warnings: RosterFault[] = []
    const name = cell('name')
    const parts = partsOfName(name)
    if (name === '')
      faults.push({ line, what: 'the name is empty', mend: 'write it, or remove the row' })
    else if (parts.length === 0 || name.length > NAME_LENGTH) {
      const mend = `a name has letters, and at most ${NAME_LENGTH} of them`
      faults.push({ line, what: `"${name.slice(0, 40)}" is no name`, mend })
    }
    const unitName = cell('unit')
    const unit = unitName === '' ? defaultUnit : byName.get(unitName.toLowerCase())
    if (unit === undefined) faults.push(unknownUnit(line, unitName, nearest))
    const title = cell('role')
    const jobRole = title === '' ? null : (jobRoleIn(title) ?? null)
    if (title !== '' && jobRole === null) {
      const mend = 'left open; the person chooses at joining'
      warnings.push({ line, what: `"${title.slice(0, 60)}" is no kind of work known here`, mend })
    }
    const number = cell('phone')
    const phone = number === '' ? null : (phoneIn(number) ?? null)
    if (number !== '' && phone === null) {
      faults.push({
        line,
        what: 'the phone number is none',
        mend: 'write digits, or leave it empty',
      })
    }
    if (faults.length > 0 || unit === undefined) return { faults, warnings }
    const key = rosterKey(unit.id, name)
    const before = seen.get(key)
    if (before !== undefined) {
      const mend = 'remove one, or write both names so that they can be told apart'
      return { faults: [{ line, what: `"${name}" stands in line ${before} too`, mend }], warnings }
    }
    seen.set(key, line)
    const whole = parts.join(' ')
    const other = elsewhere.get(whole)
    if (other !== undefined && other.unitId !== unit.id && parts.length > 1) {
      const mend = 'fine if they are two people; otherwise remove one'
      warnings.push({
        line,
        what: `"${name}" stands in line ${other.line} too, in another unit`,
        mend,
      })
    }
    elsewhere.set(whole, { line, unitId: unit.id })
    return { row: { line, name, unitId: unit.id, jobRole, phone }, faults, warnings }
  }
}

function unknownUnit(
  line: number,
  name: string,
  nearest: (name: string) => string | undefined,
): RosterFault {
  if (name === '') return { line, what: 'the unit is empty', mend: 'write its name' }
  const near = nearest(name)
  return {
    line,
    what: `there is no unit "${name}"`,
    mend: near === undefined ? 'add it first: unit add <name>' : `did you mean "${near}"?`,
  }
}

/** A mistake in one unit's name stands in all of its rows. */
function onceEach<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = work(key)
    known.set(key, made)
    return made
  }
}

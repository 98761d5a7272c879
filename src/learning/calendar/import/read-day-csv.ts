import { dayFields, type Cell, type DayField, type Fault, type ReadDayFile } from './day-file.ts'
import { splitCsv, type CsvRow } from '../../../platform/split-csv.ts'

/**
 * A file of days off as a table: the rows `year` and `source` with their values beside them, then a
 * row with the names of the columns, then one row a day. Columns stand in any order.
 */
export function readDayCsv(text: string): ReadDayFile {
  const split = splitCsv(text)
  if (!split.ok) return { ok: false, faults: [split.fault] }
  const rows = split.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const head = rows.findIndex(({ cells }) => cells.some((cell) => word(cell) === 'date'))
  const header = rows[head]
  if (header === undefined) {
    const what = 'no row names the columns'
    return fail({ line: 1, what, mend: 'write date,name,kind,calendar above the days' })
  }
  const columns = header.cells.map(word)
  const faults = [...strangeColumns(header, columns), ...strangeRows(rows.slice(0, head))]
  if (faults.length > 0) return { ok: false, faults }
  const above = (name: string): Cell => {
    const row = rows.slice(0, head).find(({ cells }) => word(cells[0] ?? '') === name)
    const value = row?.cells[1]?.trim() ?? ''
    return { line: row?.line ?? 1, value: value === '' ? undefined : value }
  }
  const cellOf = ({ cells, line }: CsvRow, field: DayField): Cell => {
    const value = cells[columns.indexOf(field)]?.trim() ?? ''
    return { line, value: value === '' ? undefined : value }
  }
  const year = above('year')
  return {
    ok: true,
    file: {
      year: { ...year, value: /^\d+$/.test(String(year.value)) ? Number(year.value) : year.value },
      source: above('source'),
      days: rows.slice(head + 1).map((row) => ({
        date: cellOf(row, 'date'),
        name: cellOf(row, 'name'),
        kind: cellOf(row, 'kind'),
        calendar: cellOf(row, 'calendar'),
      })),
    },
  }
}

function word(cell: string): string {
  return cell.trim().toLowerCase()
}

function fail(fault: Fault): ReadDayFile {
  return { ok: false, faults: [fault] }
}

function strangeColumns({ line }: CsvRow, columns: readonly string[]): Fault[] {
  const known: readonly string[] = dayFields
  return columns.flatMap((name, i) => {
    if (name === '') return []
    if (!known.includes(name)) {
      const mend = `name the columns ${dayFields.join(', ')}`
      return [{ line, what: `the column "${name}" is not known`, mend }]
    }
    if (columns.indexOf(name) === i) return []
    return [{ line, what: `the column "${name}" stands twice`, mend: 'remove one of the two' }]
  })
}

/** Above the columns stand the year and the source, each once, and nothing else. */
function strangeRows(rows: readonly CsvRow[]): Fault[] {
  const names = rows.map(({ cells }) => word(cells[0] ?? ''))
  return rows.flatMap(({ line }, i) => {
    const name = names[i] ?? ''
    if (name !== 'year' && name !== 'source') {
      const mend = 'above the names of the columns write year and source alone'
      return [{ line, what: `a row "${name}" is not known here`, mend }]
    }
    if (names.indexOf(name) === i) return []
    return [{ line, what: `${name} stands twice`, mend: 'remove one of the two' }]
  })
}

import { dayFault, type DayFault } from './day-fault.ts'
import { dayFields, type Cell, type DayField, type ReadDayFile } from './day-file.ts'
import { splitCsv, type CsvRow } from '../../../platform/split-csv.ts'

/**
 * A file of days off as a table: the rows `year` and `source` with their values beside them, then a
 * row with the names of the columns, then one row a day. Columns stand in any order.
 */
export function readDayCsv(text: string): ReadDayFile {
  const split = splitCsv(text)
  if (!split.ok) {
    const { line, problem, separator } = split.fault
    return { ok: false, faults: [dayFault(line, problem, { value: separator })] }
  }
  const rows = split.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const head = rows.findIndex(({ cells }) => cells.some((cell) => word(cell) === 'date'))
  const header = rows[head]
  if (header === undefined) return { ok: false, faults: [dayFault(1, 'no-columns')] }
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

function strangeColumns({ line }: CsvRow, columns: readonly string[]): DayFault[] {
  const known: readonly string[] = dayFields
  return columns.flatMap((value, i) => {
    if (value === '') return []
    if (!known.includes(value)) {
      return [dayFault(line, 'column-unknown', { value, known: dayFields.join(', ') })]
    }
    return columns.indexOf(value) === i ? [] : [dayFault(line, 'column-twice', { value })]
  })
}

/** Above the columns stand the year and the source, each once, and nothing else. */
function strangeRows(rows: readonly CsvRow[]): DayFault[] {
  const names = rows.map(({ cells }) => word(cells[0] ?? ''))
  return rows.flatMap(({ line }, i) => {
    const value = names[i] ?? ''
    if (value !== 'year' && value !== 'source') return [dayFault(line, 'row-unknown', { value })]
    return names.indexOf(value) === i ? [] : [dayFault(line, 'row-twice', { value })]
  })
}

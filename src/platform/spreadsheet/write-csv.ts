import { looksLikeFormula, type Cell } from './table.ts'

/** By this Excel knows that a file is UTF-8; once, at its beginning. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A small table as CSV, whole. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('')
}

/**
 * A row as CSV for a spreadsheet: comma and CRLF. A cell that would be run as a formula is given an
 * apostrophe first.
 */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(cell).join(',')}\r\n`
}

function cell(value: Cell): string {
  if (value === null) return ''
  const text = String(value)
  const defused = typeof value === 'string' && looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}

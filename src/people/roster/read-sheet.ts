import type { CsvRow } from '../../platform/split-csv.ts'

export type ReadSheet =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly why: string }

/**
 * The first sheet of a workbook (XLSX) as rows of text, numbered as the spreadsheet numbers them. Never
 * throws for what is wrong with the file.
 */
export async function readWorkbook(bytes: Buffer): Promise<ReadSheet> {
  // Each ZIP begins so; what is none of them fails deep inside the library, in its own words.
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') {
    return { ok: false, why: 'it is no XLSX workbook' }
  }
  // Loaded by the first workbook: a bot that runs reads none.
  const { readSheet } = await import('read-excel-file/node')
  try {
    const sheet = await readSheet(bytes)
    const rows = sheet.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) }))
    return { ok: true, rows }
  } catch {
    return { ok: false, why: 'the workbook is damaged, or it is protected by a password' }
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' ? cell : ''
}

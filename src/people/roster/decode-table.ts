import { isUtf8 } from 'node:buffer'
import { splitCsv, type CsvRow } from '../../platform/split-csv.ts'
import { checkArchive } from './check-archive.ts'
import { problemOf, type ReadTable } from './table-problem.ts'

/** Lines of a file: the most people that are taken, and some for what stands around them. */
const MOST_LINES = 110_000

/** Cells of a row and letters of a cell that are looked at: a roster has six, of eighty. */
const MOST_CELLS = 200
const MOST_LETTERS = 500

/** The rows of a file. Never throws for what is wrong with it. */
export async function decodeTable(bytes: Buffer, kind: 'csv' | 'xlsx'): Promise<ReadTable> {
  const read = kind === 'xlsx' ? await decodeWorkbook(bytes) : decodeCsv(bytes)
  if (!read.ok) return read
  if (read.rows.length > MOST_LINES) return problemOf('rows-many')
  const rows = read.rows.map(({ line, cells }) => ({
    line,
    cells: cells.slice(0, MOST_CELLS).map((cell) => cell.slice(0, MOST_LETTERS)),
  }))
  return { ok: true, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) }
}

/** The first sheet of a workbook as rows of text, numbered as the spreadsheet numbers them. */
async function decodeWorkbook(bytes: Buffer): Promise<ReadTable> {
  // Each ZIP begins so; what is none of them fails deep inside the library, in its own words.
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\u0003\u0004') return problemOf('no-workbook')
  const archive = await checkArchive(bytes)
  if (archive !== undefined) return problemOf(archive)
  const { readSheet } = await import('read-excel-file/node')
  try {
    const sheet = await readSheet(bytes)
    return { ok: true, rows: sheet.map((cells, i) => ({ line: i + 1, cells: cells.map(textOf) })) }
  } catch (error) {
    // The library hands all rows of a sheet to one call: too many of them for its stack.
    return problemOf(error instanceof RangeError ? 'rows-many' : 'damaged')
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  // A spreadsheet holds 15 digits of a number: what is longer must not look as if it were whole.
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER) {
    return cell.toExponential()
  }
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return typeof cell === 'string' ? cell : ''
}

function decodeCsv(bytes: Buffer): ReadTable {
  const text = decodeText(bytes)
  if (typeof text !== 'string') return text
  const split = splitCsv(text)
  if (split.ok) return { ok: true, rows: split.rows satisfies readonly CsvRow[] }
  return problemOf(split.fault.problem, split.fault.line)
}

/** UTF-8, or the UTF-16 that Excel calls Unicode text; nothing is guessed. */
function decodeText(bytes: Buffer): string | ReadTable {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!wide && bytes.includes(0)) return problemOf('no-text', lineAt(bytes, bytes.indexOf(0)))
  if (!wide && !isUtf8(bytes)) return problemOf('not-utf8', firstBrokenLine(bytes))
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)
  if (text.includes('\uFFFD')) {
    const before = text.slice(0, text.indexOf('\uFFFD'))
    return problemOf('not-utf8', before.split('\n').length)
  }
  return text.replaceAll(/\r\n?/g, '\n')
}

function lineAt(bytes: Buffer, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1
}

/** A line feed is never part of a longer UTF-8 sequence, so each line can be looked at alone. */
function firstBrokenLine(bytes: Buffer): number {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(0x0a, start)
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}

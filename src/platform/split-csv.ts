/** A row of a table, whatever file it comes from. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Something wrong in a table, and where. Lines count from 1. */
interface CsvFault {
  readonly line: number
  readonly problem: 'quote-open' | 'quote-followed'
  /** What should stand between two cells. */
  readonly separator: string
}

export type SplitCsv =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly fault: CsvFault }

/**
 * Comma-separated text as RFC 4180 has it: quoted cells may hold the separator, line ends, and a
 * quote doubled. Separated by semicolons where the first line that has any separator has more of them
 * than commas, as spreadsheets in Indonesian write it; or by tabs.
 */
export function splitCsv(text: string): SplitCsv {
  const separator = separatorOf(text)
  const rows: CsvRow[] = []
  let line = 1
  let row: { line: number; cells: string[] } = { line, cells: [] }
  for (let at = 0; at <= text.length;) {
    let cell = ''
    if (text[at] === '"') {
      const end = closingQuote(text, at)
      if (end === -1) {
        return { ok: false, fault: { line, problem: 'quote-open', separator } }
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      line += cell.split('\n').length - 1
      at = end + 1
      if (at < text.length && text[at] !== separator && text[at] !== '\n') {
        return { ok: false, fault: { line, problem: 'quote-followed', separator } }
      }
    } else {
      const end = endOfCell(text, at, separator)
      cell = text.slice(at, end)
      at = end
    }
    row.cells.push(cell)
    if (text[at] !== separator) {
      rows.push(row)
      line += 1
      row = { line, cells: [] }
    }
    at += 1
  }
  return { ok: true, rows }
}

/** Lines in which the first separator stands: above a table there may be its title. */
const MOST_TITLE = 20

function separatorOf(text: string): string {
  const first = text.split('\n', MOST_TITLE).find((line) => /[,;\t]/.test(line)) ?? ''
  const times = (sign: string): number => first.split(sign).length
  return [';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ',')
}

/** The quote that closes the one at `open`; a doubled one is none. -1: there is none. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at += 1
  }
  return -1
}

function endOfCell(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === separator || text[at] === '\n') return at
  }
  return text.length
}

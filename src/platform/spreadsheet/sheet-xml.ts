import { looksLikeFormula, type Cell, type Column } from './table.ts'
import { HEAD, MAIN, STYLES } from './workbook-xml.ts'

/** Letters of XML that go into the archive at once. */
const CHUNK = 64 * 1024

/** Rows below the head that one sheet can have (Excel's limit with the head: 2^20). */
export const MOST_ROWS = 2 ** 20 - 1

/**
 * A sheet as XML, piece by piece. The first row is the head: bold, and it stays in sight.
 * Source: ECMA-376, part 1, chapter 18.
 */
export async function* sheetXml(
  columns: readonly Column[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  let text =
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>` +
    rowXml(
      1,
      columns.map(({ title }) => stringXml(title, STYLES.head)),
    )
  let line = 2
  for await (const row of rows) {
    text += rowXml(
      line,
      row.map((value, i) => valueXml(value, columns[i])),
    )
    line += 1
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

/** @param cells the inside of each, from its style on; undefined: an empty one */
function rowXml(line: number, cells: readonly (string | undefined)[]): string {
  const written = cells.map((inside, i) =>
    inside === undefined ? '' : `<c r="${columnName(i)}${line}"${inside}</c>`,
  )
  return `<row r="${line}">${written.join('')}</row>`
}

function valueXml(value: Cell, column: Column | undefined): string | undefined {
  if (value === null || value === '') return undefined
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`
  if (typeof value === 'number') return `><v>${value}</v>`
  const date = column?.kind === undefined ? undefined : serialOf(value)
  if (date !== undefined && column?.kind !== undefined) {
    return ` s="${STYLES[column.kind]}"><v>${date}</v>`
  }
  // A text is never a formula here; marked as one it does not become one when the cell is edited, and
  // a number of 18 digits is not rounded.
  return stringXml(value, looksLikeFormula(value) || /^\d{10,}$/.test(value) ? STYLES.text : 0)
}

function stringXml(text: string, style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`
  return `${styled} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is>`
}

/** Days since the last but one of 1899, as spreadsheets count; undefined for a text that is no date. */
function serialOf(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/.test(text)) return undefined
  const ms = Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? ':00Z' : ''}`)
  return Number.isNaN(ms) ? undefined : ms / 86_400_000 + 25_569
}

/** 0 → A, 25 → Z, 26 → AA */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** Also without the control characters that XML cannot hold. */
export function escapeXml(text: string): string {
  if (!/[^ -~]|[&<>"]/.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

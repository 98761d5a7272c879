import { civilDay, civilMinute } from '../../learning/index.ts'
import { writeCsv } from '../../platform/spreadsheet/write-csv.ts'
import type { Cell as Value } from '../../platform/spreadsheet/table.ts'
import type { Cell, Column, Panel, View } from './contract.ts'
import type { Words } from './words/index.ts'

/**
 * The rows of a panel for a spreadsheet: a rate as its two numbers and in per cent, a moment as civil
 * time. Names are typed by people, and none of them is run as a formula.
 *
 * @param timezone the organisation's
 */
export function csvOf(
  { columns, rows }: Panel,
  { words: { csv }, timezone }: { readonly words: Words; readonly timezone: string },
): string {
  const marked = rows.some(({ mark }) => mark !== null)
  const head = columns.flatMap(({ label, unit }) =>
    unit === 'rate' ? [csv.part, csv.of, csv.share].map((word) => `${label}: ${word}`) : [label],
  )
  const lines = rows.map(({ cells, mark }) => [
    ...columns.flatMap((column, i) => valuesOf(cells[i] ?? null, column, timezone)),
    ...(marked ? [mark] : []),
  ])
  return writeCsv([[...head, ...(marked ? [csv.mark] : [])], ...lines])
}

function valuesOf(cell: Cell, { unit }: Column, timezone: string): Value[] {
  if (unit === 'rate') {
    if (cell === null || typeof cell !== 'object') return [null, null, null]
    return [cell.n, cell.of, Math.round((cell.n / cell.of) * 1000) / 10]
  }
  if (typeof cell === 'object') return [null]
  return [unit === 'moment' ? civil(String(cell), timezone) : cell]
}

/** 2026-11-23 09:30, as in the exports. */
function civil(moment: string, timezone: string): string {
  const at = new Date(moment)
  const minute = civilMinute(timezone, at)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${civilDay(timezone, at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** A name that says what is in the file, of letters that every system takes. */
export function csvName({ period: { from, to } }: View, { title }: Panel): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .match(/[a-z0-9]+/g)
  return `sedikit-${(words ?? []).join('-').slice(0, 60)}-${from}-${to}.csv`
}

import { openSealed } from '../../platform/seal.ts'
import { openRosterNip } from '../../people/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Cell, Table } from '../../platform/spreadsheet/table.ts'
import { rowsThrough } from './cursor-store.ts'
import { columnsOf, tablesFor, type ExportedTable } from './exported-tables.ts'
import { tableQueries, type QueryContext } from './table-queries-store.ts'

export interface ReadOptions extends QueryContext {
  /** Opens NIPs; undefined: none is written. */
  readonly dataSecret: string | undefined
  /** What a column means, in the language of whoever asked. */
  readonly meaningOf: (table: ExportedTable, column: string) => string
  /** What it is narrowed to, in the same language: the name of each filter, and what it means. */
  readonly narrowedTo: readonly (readonly [name: string, meaning: string])[]
  /** Told of each row that is read. */
  readonly onRow: () => void
}

/** The tables of an export, whose rows are read when they are written. */
export function readTables(tx: Db, options: ReadOptions): readonly Table[] {
  const { scope } = options.reach
  return tablesFor(scope).map((name) => ({
    name,
    columns: columnsOf(name, scope),
    rows: name === 'definitions' ? definitions(options) : rowsOfTable(tx, name, options),
  }))
}

async function* rowsOfTable(
  tx: Db,
  name: Exclude<ExportedTable, 'definitions'>,
  options: ReadOptions,
): AsyncGenerator<readonly Cell[]> {
  const columns = columnsOf(name, options.reach.scope).map(({ title }) => title)
  for await (const row of rowsThrough(tx, tableQueries[name](options))) {
    const opened = name === 'personnel' ? { ...row, nip: nipOf(row, options) } : row
    options.onRow()
    yield columns.map((column) => cellOf(opened[column]))
  }
}

/** What the person wanted printed goes before what stands on the roster. */
function nipOf(
  row: Readonly<Record<string, unknown>>,
  { dataSecret, reach }: ReadOptions,
): string | null {
  if (dataSecret === undefined || reach.scope !== 'all') return null
  const text = (column: string): string | undefined =>
    typeof row[column] === 'string' ? row[column] : undefined
  const [personId, printed] = [text('person_id'), text('sealed_nip')]
  const own =
    personId === undefined || printed === undefined
      ? undefined
      : openSealed(dataSecret, personId, printed)
  return own ?? openRosterNip(dataSecret, text('nip_hash'), text('roster_nip')) ?? null
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}

function* definitions(options: ReadOptions): Generator<readonly Cell[]> {
  const {
    reach: { scope },
    meaningOf,
    narrowedTo,
  } = options
  for (const [name, meaning] of narrowedTo) yield ['filter', name, meaning]
  for (const table of tablesFor(scope)) {
    if (table === 'definitions') continue
    for (const { title } of columnsOf(table, scope)) yield [table, title, meaningOf(table, title)]
  }
}

import { Readable } from 'node:stream'
import type { Db } from '../../platform/db/index.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../platform/spreadsheet/write-csv.ts'
import { writeXlsx } from '../../platform/spreadsheet/write-xlsx.ts'
import type { Table } from '../../platform/spreadsheet/table.ts'
import { zipFiles } from '../../platform/spreadsheet/zip-files.ts'
import { countRecorded, readRecorded } from '../xapi/recorded-store.ts'
import { statementOf } from '../xapi/statements.ts'
import { countOf } from './cursor-store.ts'
import { tablesFor } from './exported-tables.ts'
import { readTables, type ReadOptions } from './read-tables.ts'
import { tableQueries, type QueryContext } from './table-queries-store.ts'
import type { ExportFormat } from './words.ts'

/** Letters that are gathered before they go on. */
const CHUNK = 64 * 1024

export interface WriteOptions extends ReadOptions {
  /** The address under which this installation is known. */
  readonly home: string
}

/** The file of an export, in pieces as they come; only inside the transaction that it reads in. */
export async function writeExport(
  tx: Db,
  format: ExportFormat,
  options: WriteOptions,
): Promise<AsyncIterable<Buffer>> {
  switch (format) {
    case 'xlsx':
      return writeXlsx(readTables(tx, options))
    case 'csv':
      return zipFiles(
        readTables(tx, options).map((table) => ({
          name: `${table.name}.csv`,
          content: () => Readable.from(csvOf(table), { objectMode: false }),
        })),
      )
    case 'xapi':
      return zipFiles([
        {
          name: 'statements.jsonl',
          content: () => Readable.from(jsonLines(tx, options), { objectMode: false }),
        },
      ])
  }
}

/** Rows that the file will have, without definitions. */
export async function countRows(
  tx: Db,
  format: ExportFormat,
  context: QueryContext,
): Promise<number> {
  if (format === 'xapi') return countRecorded(tx, context)
  let rows = 0
  for (const name of tablesFor(context.reach.scope)) {
    if (name !== 'definitions') rows += await countOf(tx, tableQueries[name](context))
  }
  return rows
}

async function* csvOf({ columns, rows }: Table): AsyncGenerator<string> {
  let text = BYTE_ORDER_MARK + csvLine(columns.map(({ title }) => title))
  for await (const row of rows) {
    text += csvLine(row)
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

async function* jsonLines(tx: Db, options: WriteOptions): AsyncGenerator<string> {
  const { home, locale, onRow } = options
  let text = ''
  for await (const recorded of readRecorded(tx, options)) {
    onRow()
    text += `${JSON.stringify(statementOf(recorded, home, locale))}\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  // An archive of nothing is one of an empty file.
  yield text
}

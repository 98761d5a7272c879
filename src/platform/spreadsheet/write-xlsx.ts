import { Readable } from 'node:stream'
import { escapeXml, MOST_ROWS, sheetXml } from './sheet-xml.ts'
import type { Cell, Table } from './table.ts'
import {
  contentTypes,
  packageRelations,
  styles,
  workbookRelations,
  workbookXml,
} from './workbook-xml.ts'
import { writeZip, type Archive } from './zip-files.ts'

/**
 * A workbook, a sheet a table, in pieces as they come: of a million rows no more is in memory than of
 * ten. A table that one sheet cannot hold goes on in the next one, with a number behind its name. An
 * error of a table's rows ends the stream with it.
 *
 * @param mostRows of one sheet, below its head
 */
export async function writeXlsx(tables: readonly Table[], mostRows = MOST_ROWS): Promise<Readable> {
  return writeZip(async (archive, whenClosed) => {
    archive.add('[Content_Types].xml', contentTypes)
    archive.add('_rels/.rels', packageRelations)
    const names: string[] = []
    for (const table of tables) {
      await addTable(archive, table, { names, mostRows, whenClosed })
    }
    archive.add('xl/workbook.xml', workbookXml(names.map(escapeXml)))
    archive.add('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
    archive.add('xl/styles.xml', styles)
  })
}

async function addTable(
  archive: Archive,
  { name, columns, rows }: Table,
  into: { names: string[]; readonly mostRows: number; readonly whenClosed: AbortSignal },
): Promise<void> {
  const iterator = asynchronous(rows)
  into.whenClosed.addEventListener('abort', () => void iterator.return(undefined))
  let next = await iterator.next()
  for (let part = 1; part === 1 || next.done !== true; part += 1) {
    const some = async function* (): AsyncGenerator<readonly Cell[]> {
      for (let row = 0; row < into.mostRows && next.done !== true; row += 1) {
        yield next.value
        next = await iterator.next()
      }
    }
    into.names.push(sheetName(name, part, into.names))
    const path = `xl/worksheets/sheet${into.names.length}.xml`
    await archive.addStream(path, Readable.from(sheetXml(columns, some()), { objectMode: false }))
  }
}

async function* asynchronous(rows: Table['rows']): AsyncGenerator<readonly Cell[]> {
  yield* rows
}

/** At most 31 characters, without those that Excel forbids in a sheet's name, and each once. */
function sheetName(name: string, part: number, taken: readonly string[]): string {
  const plain = name.replaceAll(/[[\]:*?/\\]/g, ' ')
  for (let number = part; ; number += 1) {
    const end = number === 1 ? '' : ` ${number}`
    const tried = plain.slice(0, 31 - end.length) + end
    if (!taken.includes(tried)) return tried
  }
}

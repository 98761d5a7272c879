import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { ZipFile } from 'yazl'
import { escapeXml, MOST_ROWS, sheetXml } from './sheet-xml.ts'
import type { Cell, Table } from './table.ts'
import {
  contentTypes,
  packageRelations,
  styles,
  workbookRelations,
  workbookXml,
} from './workbook-xml.ts'

/** The earliest day that the format knows: the same content makes the same file. */
const MADE = { mtime: new Date(1980, 0, 1), compressionLevel: 6 }

/**
 * A workbook, a sheet a table, in pieces as they come: of a million rows no more is in memory than of
 * ten. A table that one sheet cannot hold goes on in the next one, with a number behind its name. An
 * error of a table's rows ends the stream with it.
 *
 * @param mostRows of one sheet, below its head
 */
export async function writeXlsx(tables: readonly Table[], mostRows = MOST_ROWS): Promise<Readable> {
  // Loaded by the first file that is written: a bot that runs writes few.
  const { ZipFile: Zip } = await import('yazl')
  const zip = new Zip()
  const output = zip.outputStream
  if (!(output instanceof Readable)) throw new TypeError('The archive is no stream')
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  zip.on('error', fail)
  fill(zip, tables, { output, mostRows }).catch(fail)
  return output
}

async function fill(
  zip: ZipFile,
  tables: readonly Table[],
  { output, mostRows }: { readonly output: Readable; readonly mostRows: number },
): Promise<void> {
  const add = (name: string, content: string): void => {
    zip.addBuffer(Buffer.from(content, 'utf8'), name, MADE)
  }
  add('[Content_Types].xml', contentTypes)
  add('_rels/.rels', packageRelations)
  const names: string[] = []
  const whenClosed = new AbortController()
  output.once('close', () => {
    whenClosed.abort()
  })
  for (const { name, columns, rows } of tables) {
    const iterator = asynchronous(rows)
    whenClosed.signal.addEventListener('abort', () => void iterator.return(undefined))
    let next = await iterator.next()
    for (let part = 1; part === 1 || next.done !== true; part += 1) {
      const some = async function* (): AsyncGenerator<readonly Cell[]> {
        for (let row = 0; row < mostRows && next.done !== true; row += 1) {
          yield next.value
          next = await iterator.next()
        }
      }
      const xml = Readable.from(sheetXml(columns, some()), { objectMode: false })
      names.push(sheetName(name, part, names))
      zip.addReadStream(xml, `xl/worksheets/sheet${names.length}.xml`, MADE)
      // Whoever reads no more ends this too, and with it the rows.
      await finished(xml, { signal: whenClosed.signal }).finally(() => {
        xml.destroy()
      })
    }
  }
  add('xl/workbook.xml', workbookXml(names.map(escapeXml)))
  add('xl/_rels/workbook.xml.rels', workbookRelations(names.length))
  add('xl/styles.xml', styles)
  zip.end()
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

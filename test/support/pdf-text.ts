import { inflateSync } from 'node:zlib'

/**
 * What a PDF of pdfkit's says, a string a page: glyphs of embedded fonts, read back through each
 * font's own table to Unicode, as a viewer's search and a screen reader do.
 */
export function pdfPages(pdf: Buffer): string[] {
  const objects = readObjects(pdf)
  const bodyOf = (reference: string | undefined): string =>
    objects.get(Number(reference))?.dict ?? ''
  const tables = new Map<string, ReadonlyMap<string, string>>()
  const tableOf = (font: string): ReadonlyMap<string, string> => {
    const known = tables.get(font)
    if (known !== undefined) return known
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(bodyOf(font))?.[1]
    const table = readTable(objects.get(Number(unicode))?.stream?.toString('latin1') ?? '')
    tables.set(font, table)
    return table
  }
  return [...objects.values()]
    .filter(({ dict }) => /\/Type \/Page\b/.test(dict))
    .map(({ dict }) => {
      const resources = bodyOf(/\/Resources (\d+) 0 R/.exec(dict)?.[1])
      const fonts = new Map(
        [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
      )
      const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(dict)?.[1]))?.stream
      return readContent(content?.toString('latin1') ?? '', (name) =>
        tableOf(fonts.get(name) ?? ''),
      )
    })
}

interface PdfObject {
  readonly dict: string
  readonly stream: Buffer | undefined
}

function readObjects(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1')
  const found = new Map<number, PdfObject>()
  for (const match of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = match.index + match[0].length
    const to = text.indexOf('endobj', from)
    const begins = text.indexOf('stream\n', from)
    const streamed = begins !== -1 && begins < to
    const dict = text.slice(from, streamed ? begins : to)
    found.set(Number(match[1]), {
      dict,
      stream: streamed ? readStream(pdf, begins, dict) : undefined,
    })
  }
  return found
}

function readStream(pdf: Buffer, begins: number, dict: string): Buffer {
  const at = begins + 'stream\n'.length
  const bytes = pdf.subarray(at, at + Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0))
  return dict.includes('/FlateDecode') ? inflateSync(bytes) : bytes
}

/** Glyph's code in four hex digits → text. */
function readTable(cmap: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const [, first = '0', , list = ''] of cmap.matchAll(
    /<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi,
  )) {
    ;[...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], i) => {
      const units = (hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))
      const code = (parseInt(first, 16) + i).toString(16).padStart(4, '0')
      table.set(code, String.fromCharCode(...units))
    })
  }
  return table
}

function readContent(
  content: string,
  tableOf: (font: string) => ReadonlyMap<string, string>,
): string {
  let table: ReadonlyMap<string, string> = new Map()
  let text = ''
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) table = tableOf(font)
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]*)>/gi)) {
      text += (hex.match(/.{4}/g) ?? [])
        .map((code) => table.get(code.toLowerCase()) ?? '?')
        .join('')
    }
  }
  return text
}

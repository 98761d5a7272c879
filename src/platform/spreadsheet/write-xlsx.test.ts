import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeXlsx } from './write-xlsx.ts'

/** The entries of an archive by its central directory, as any reader finds them. */
function unzip(bytes: Buffer): Map<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    const packed = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = inflateRawSync(bytes.subarray(start, start + packed))
    expect(content.length).toBe(bytes.readUInt32LE(at + 24))
    entries.set(name, content.toString('utf8'))
    at += 46 + nameLength
  }
  return entries
}

describe('a workbook', () => {
  const entries = unzip(
    writeXlsx({
      name: 'Daftar: [penerima]',
      widths: [20, 10],
      rows: [
        ['Nama', 'Umur'],
        ['=1+1 & <b>"Ani"</b>\u0001', 30],
        [null, 1.5],
      ],
    }),
  )
  const sheet = entries.get('xl/worksheets/sheet1.xml') ?? ''

  it('has the parts that a reader looks for', () => {
    expect([...entries.keys()]).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ])
    expect(entries.get('xl/workbook.xml')).toContain('name="Daftar   penerima "')
  })

  it('writes texts as texts, without what XML cannot hold, and numbers as numbers', () => {
    expect(sheet).toContain('=1+1 &amp; &lt;b&gt;&quot;Ani&quot;&lt;/b&gt;</t>')
    expect(sheet).toContain('<c r="B2"><v>30</v></c>')
    expect(sheet).not.toContain('<f>')
    expect(sheet).not.toContain('r="A3"')
  })
})

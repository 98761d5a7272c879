import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../src/people/index.ts'
import { zipFiles } from '../../src/platform/spreadsheet/zip-files.ts'
import { writeXlsx } from '../../src/platform/spreadsheet/write-xlsx.ts'
import { workbook } from '../support/workbook.ts'

const MB = 1024 * 1024

/** What a file says of a part's size, in its header and in its directory. */
function claim(zip: Buffer, size: number): Buffer {
  const changed = Buffer.from(zip)
  const directory = changed.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'))
  changed.writeUInt32LE(size, directory + 24)
  return changed
}

async function zeros(megabytes: number, parts = 1): Promise<Buffer> {
  function* content(): Generator<Buffer> {
    for (let i = 0; i < megabytes; i += 1) yield Buffer.alloc(MB)
  }
  const files = Array.from({ length: parts }, (_, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    content: () => Readable.from(content()),
  }))
  return buffer(await zipFiles(files))
}

const problem = async (bytes: Buffer, kind: 'csv' | 'xlsx', limits = {}) => {
  const read = await readTable(bytes, kind, limits)
  return read.ok ? 'read' : read.problem
}

describe('a file from outside', { timeout: 120_000 }, () => {
  it('that unpacks to far more than it is, is not unpacked', async () => {
    const bomb = await zeros(300)
    expect(bomb.length).toBeLessThan(MB)
    expect(await problem(bomb, 'xlsx')).toBe('unpacks-too-large')
    expect(await problem(await zeros(60, 4), 'xlsx')).toBe('unpacks-too-large')
  })

  it('that unpacks to more than it says, is found out', async () => {
    expect(await problem(claim(await zeros(300), 1000), 'xlsx')).toBe('damaged')
  })

  it('of thousands of parts is not looked through', async () => {
    expect(await problem(await zeros(0, 600), 'xlsx')).toBe('too-many-parts')
  })

  it('that is heavy to read ends with the process that reads it, and not with this one', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => [`Nama ${i}`, `Dinas ${i}`, 'Guru'])
    const columns = ['nama', 'unit', 'jabatan'].map((title) => ({ title, width: 5 }))
    const heavy = await buffer(await writeXlsx([{ name: 'x', columns, rows }]))
    expect(await problem(workbook([['nama'], ['Rina']]), 'xlsx', { heapMb: 24 })).toBe('read')
    expect(await problem(heavy, 'xlsx', { heapMb: 24 })).toBe('too-heavy')
    expect(await problem(heavy, 'xlsx')).toBe('read')
  })

  it('of more lines than any roster is refused', async () => {
    expect(await problem(Buffer.from('a,b\n'.repeat(120_000)), 'csv')).toBe('rows-many')
  })

  it('that takes too long is given up', async () => {
    expect(await problem(workbook([['nama'], ['Rina']]), 'xlsx', { patienceMs: 1 })).toBe(
      'too-heavy',
    )
  })

  it('larger than a roster is not even begun', async () => {
    expect(await problem(Buffer.alloc(200 * MB, 'nama,unit\n'), 'csv')).toBe('too-large')
  })

  it('of noise is no table', async () => {
    const noise = randomBytes(MB)
    expect(await problem(noise, 'xlsx')).toBe('no-workbook')
    expect(['no-text', 'not-utf8']).toContain(await problem(noise, 'csv'))
    const cut = workbook([['nama'], ['Rina']])
    for (let length = 4; length < cut.length; length += 97) {
      expect(await problem(cut.subarray(0, length), 'xlsx')).toBe('damaged')
    }
  })

  it('with numbers that a spreadsheet rounds says so, and keeps texts whole', async () => {
    const read = await readTable(
      workbook([
        ['nip', 'nip'],
        [198_502_282_010_012_000, '198502282010012003'],
      ]),
      'xlsx',
    )
    expect(read).toMatchObject({ ok: true })
    if (!read.ok) return
    expect(read.rows[1]?.cells).toEqual(['1.98502282010012e+17', '198502282010012003'])
  })

  it('as Excel writes it is read: Unicode text, semicolons, tabs, a title above', async () => {
    const tables = [
      Buffer.from('\uFEFFnama\tunit\r\nÉva\tDinas\r\n', 'utf16le'),
      Buffer.from('\uFEFFDaftar pegawai\r\nnama;unit\r\n"Éva";"Dinas"\r\n'),
      Buffer.from('sep=;\r\nnama;unit\r\nÉva;Dinas\r\n'),
      Buffer.from('nama,unit\rÉva,Dinas'),
    ]
    for (const table of tables) {
      const read = await readTable(table, 'csv')
      expect(read.ok && read.rows.slice(-2).map(({ cells }) => cells)).toEqual([
        ['nama', 'unit'],
        ['Éva', 'Dinas'],
      ])
    }
  })
})

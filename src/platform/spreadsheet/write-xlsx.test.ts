import readSheets, { readSheet } from 'read-excel-file/node'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { Table } from './table.ts'
import { writeXlsx } from './write-xlsx.ts'

const people: Table = {
  name: 'Daftar: [penerima]',
  columns: [
    { title: 'Nama', width: 20 },
    { title: 'NIP', width: 20 },
    { title: 'Nilai', width: 10 },
    { title: 'Lahir', width: 12, kind: 'day' },
    { title: 'Masuk', width: 18, kind: 'moment' },
    { title: 'Aktif', width: 6 },
  ],
  rows: [
    ['=1+1 & <b>"Ani"</b>\u0001', '199001012015011001', 30, '2026-11-23', '2026-11-23 12:00', true],
    ['St. É', null, 1.5, null, 'entah', false],
  ],
}

async function* generated(count: number): AsyncGenerator<readonly [number, string]> {
  for (let i = 0; i < count; i += 1) yield await Promise.resolve([i, `baris ${i}`] as const)
}

const numbers = (count: number, name = 'Angka'): Table => ({
  name,
  columns: [
    { title: 'n', width: 8 },
    { title: 'teks', width: 8 },
  ],
  rows: generated(count),
})

const namesIn = async (bytes: Buffer): Promise<string[]> =>
  (await readSheets(bytes)).map(({ sheet }) => sheet)

const made = async (...tables: readonly Table[]): Promise<Buffer> => buffer(await writeXlsx(tables))

// Read by a library that has nothing in common with what writes.
describe('a workbook', () => {
  it('holds what it was given: texts as texts, numbers as numbers, dates as dates', async () => {
    const bytes = await made(people, numbers(3))
    expect(await namesIn(bytes)).toEqual(['Daftar   penerima ', 'Angka'])
    expect(await readSheet(bytes, 1)).toEqual([
      ['Nama', 'NIP', 'Nilai', 'Lahir', 'Masuk', 'Aktif'],
      [
        '=1+1 & <b>"Ani"</b>',
        '199001012015011001',
        30,
        new Date('2026-11-23T00:00:00Z'),
        new Date('2026-11-23T12:00:00Z'),
        true,
      ],
      ['St. É', null, 1.5, null, 'entah', false],
    ])
    expect(await readSheet(bytes, 2)).toEqual([
      ['n', 'teks'],
      [0, 'baris 0'],
      [1, 'baris 1'],
      [2, 'baris 2'],
    ])
  })

  it('is the same file for the same content, and has a name for each sheet', async () => {
    const tables = (): Table[] => [numbers(2), numbers(2), numbers(0, 'x'.repeat(40))]
    const bytes = await made(...tables())
    expect(await namesIn(bytes)).toEqual(['Angka', 'Angka 2', 'x'.repeat(31)])
    expect((await made(...tables())).equals(bytes)).toBe(true)
  })

  it('fails with what its rows fail with, and stops asking for rows when nobody reads', async () => {
    async function* broken(): AsyncGenerator<readonly string[]> {
      yield await Promise.resolve(['a'])
      throw new Error('the rows broke off')
    }
    await expect(made({ ...numbers(0), rows: broken() })).rejects.toThrow('the rows broke off')
    let ended: (() => void) | undefined
    const end = new Promise<void>((resolve) => (ended = resolve))
    async function* endless(): AsyncGenerator<readonly string[]> {
      try {
        for (;;) yield await Promise.resolve([`${Math.random()}`])
      } finally {
        ended?.()
      }
    }
    const stream = await writeXlsx([{ ...numbers(0), rows: endless() }])
    for await (const piece of stream) if (piece !== undefined) break
    await end
  })

  it('goes on in another sheet where one is full', async () => {
    const bytes = await buffer(await writeXlsx([numbers(5), numbers(2, 'Lain')], 2))
    expect(await namesIn(bytes)).toEqual(['Angka', 'Angka 2', 'Angka 3', 'Lain'])
    expect(await readSheet(bytes, 3)).toEqual([
      ['n', 'teks'],
      [4, 'baris 4'],
    ])
  })
})

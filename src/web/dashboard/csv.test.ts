import { describe, expect, it } from 'vitest'
import type { Panel, View } from './contract.ts'
import { csvName, csvOf } from './csv.ts'
import { words } from './words/index.ts'

const panel: Panel = {
  id: 'people',
  title: 'Di bawah Dinas “Kesehatan” & PPKB',
  summary: '',
  chart: 'none',
  drawn: 0,
  columns: [
    { id: 'name', label: 'Nama', unit: 'text' },
    { id: 'rate', label: 'Dijawab', unit: 'rate' },
    { id: 'at', label: 'Dikirim', unit: 'moment' },
    { id: 'day', label: 'Hari', unit: 'day' },
    { id: 'number', label: 'Daya beda', unit: 'number' },
  ],
  rows: [
    {
      cells: [
        '=HYPERLINK("http://x")',
        { n: 2, of: 3, interval: null },
        '2026-11-23T16:30:00.000Z',
        '2026-11-23',
        -0.25,
      ],
      to: null,
      mark: 'di luar daftar',
    },
    { cells: ['Siti, S.Pd.\r\n"Ibu"', null, null, null, null], to: null, mark: null },
  ],
  pages: null,
  empty: '',
}

describe('a table as CSV', () => {
  it('is one for spreadsheets: its mark, its lines, its quotes, and nothing that runs', () => {
    expect(csvOf(panel, { words: words.id, timezone: 'Asia/Makassar' })).toBe(
      '\uFEFF' +
        'Nama,Dijawab: jumlah,Dijawab: dari,Dijawab: persen,Dikirim,Hari,Daya beda,Catatan\r\n' +
        `"'=HYPERLINK(""http://x"")",2,3,66.7,2026-11-24 00:30,2026-11-23,-0.25,di luar daftar\r\n` +
        '"Siti, S.Pd.\r\n""Ibu""",,,,,,,\r\n',
    )
  })

  it('has no column of notes where there is none', () => {
    const rows = panel.rows.slice(1)
    const [head = ''] = csvOf({ ...panel, rows }, { words: words.en, timezone: 'UTC' }).split(
      '\r\n',
    )
    expect(head).toBe(
      '\uFEFFNama,Dijawab: count,Dijawab: of,Dijawab: per cent,Dikirim,Hari,Daya beda',
    )
  })

  it('is called after what is in it', () => {
    const view = { period: { from: '2026-11-01', to: '2026-11-23', words: '' } } as View
    expect(csvName(view, panel)).toBe(
      'sedikit-di-bawah-dinas-kesehatan-ppkb-2026-11-01-2026-11-23.csv',
    )
  })
})

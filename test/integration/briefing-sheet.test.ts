import { expect, it } from 'vitest'
import { renderBriefing, type BriefingTexts } from '../../src/posters/index.ts'
import { pdfPages } from '../support/pdf-text.ts'

const bars = (count: number, name = 'Dinas Contoh') =>
  Array.from({ length: count }, (_, i) => ({
    name: `${name} ${i + 1}`,
    share: i / count,
    value: `${i} dari ${count}`,
  }))

const texts: BriefingTexts = {
  organisation: 'Pemerintah Kabupaten <Contoh> & Rekan',
  title: 'Laporan Pembelajaran AI bagi Aparatur',
  span: 'Periode 26 Oktober sampai dengan 22 November 2026',
  aloud: 'Untuk dibacakan',
  sentences: ['Satu kalimat.', 'Dua kalimat.', 'Tiga kalimat.', 'Empat kalimat.', 'Lima kalimat.'],
  units: { title: 'Menurut OPD', bars: bars(13), note: 'Catatan grafik.' },
  change: {
    title: 'Perubahan',
    heads: ['Ukuran', 'Sebelumnya', 'Sekarang', 'Selisih'],
    rows: [['Bergabung', '1 orang', '2 orang', '+1 orang']],
  },
  work: { title: 'Pemakaian AI', bars: bars(8, 'Hari'), note: 'Catatan pemakaian.' },
  decisionsTitle: 'Tiga keputusan',
  decisions: [1, 2, 3].map((n) => ({ what: `Putusan ${n}.`, why: `Dasar ${n}.` })),
  foot: 'Semua angka dihitung.',
  page: (number) => `halaman ${number} dari 2`,
}

const sheet = { texts, locale: 'id', madeAt: new Date(0) } as const

it('the report for the head is two pages that say everything, and is the same each time', async () => {
  const pdf = await renderBriefing(sheet)
  const [first = '', second = '', ...more] = pdfPages(pdf)
  expect(more).toEqual([])
  for (const words of [texts.organisation, texts.title, texts.span, ...texts.sentences]) {
    expect(first).toContain(words)
  }
  for (const { name, value } of texts.units.bars) {
    expect(first).toContain(name)
    expect(first).toContain(value)
  }
  expect(first).toContain('halaman 1 dari 2')
  const decided = texts.decisions.flatMap(({ what, why }) => [what, why])
  const rows = [...texts.change.heads, ...texts.change.rows.flat()]
  for (const words of [...rows, ...decided, texts.work.note, texts.foot, 'halaman 2 dari 2']) {
    expect(second).toContain(words)
  }
  expect(await renderBriefing(sheet)).toEqual(pdf)
})

it('stays on its two pages with the longest names and sentences, and with no bars at all', async () => {
  const long = 'Dinas Pemberdayaan Masyarakat dan Pembangunan Kabupaten Kepulauan Contoh Selatan'
  const sentence = `${'Sebanyak 12.345 dari 98.765 aparatur telah belajar; '.repeat(5)}selesai.`
  const pages = pdfPages(
    await renderBriefing({
      ...sheet,
      texts: {
        ...texts,
        organisation: `${long} ${long}`,
        sentences: Array.from({ length: 5 }, () => sentence),
        units: { ...texts.units, bars: bars(13, long) },
        decisions: Array.from({ length: 3 }, () => ({ what: sentence, why: sentence })),
      },
    }),
  )
  expect(pages).toHaveLength(2)
  // Names are cut, sentences are not.
  expect(pages[0]).toContain('…')
  expect((pages[0] ?? '').replaceAll(/\s+/g, '').split('selesai.')).toHaveLength(6)
  const none = { ...texts, work: { ...texts.work, bars: [] } }
  expect(pdfPages(await renderBriefing({ ...sheet, texts: none }))[1]).toContain(
    'Catatan pemakaian',
  )
})

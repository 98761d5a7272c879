import { beforeAll, describe, expect, it } from 'vitest'
import { qrMatrix } from '../../src/certificates/draw/draw-qr.ts'
import { plainSheet } from '../../src/certificates/draw/fixture.ts'
import { loadFonts, type Fonts } from '../../src/certificates/draw/fonts.ts'
import { renderSheets } from '../../src/certificates/draw/render-sheets.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { readQr } from '../support/read-qr.ts'

let fonts: Fonts
beforeAll(async () => {
  fonts = await loadFonts()
})

describe('a sheet', () => {
  it('says all its facts in both languages, as text that can be searched', async () => {
    const [page = ''] = pdfPages(await renderSheets([plainSheet], { fonts }))
    for (const part of [
      'PEMERINTAH KABUPATEN CONTOH',
      'Nomor: 0001/SEDIKIT/XI/2026',
      'Siti Aminah, S.Pd.',
      'Dinas Pendidikan dan Kebudayaan',
      'Fondasi & mindset AI',
      'AI foundations & mindset',
      'pada 20 November 2026',
      'on 20 November 2026',
      'Contoh, 24 November 2026',
      'Ahmad Contoh, M.Si.',
    ]) {
      expect(page).toContain(part)
    }
    for (const absent of ['JP', 'NIP', 'Revisi', '?']) expect(page).not.toContain(absent)
  })

  it('says JP with its basis, the NIP and the revision only where there are any', async () => {
    const facts = {
      ...plainSheet,
      revision: 2,
      printedOn: '2026-12-03',
      nip: '198502282010012003',
      hours: { jp: 20, basis: 'Keputusan Bupati Contoh Nomor 1 Tahun 2026' },
    }
    const [page = ''] = pdfPages(await renderSheets([facts], { fonts }))
    for (const part of [
      'NIP 19850228 201001 2 003',
      'setara 20 Jam Pelajaran (JP)',
      'equivalent to 20 training hours (JP)',
      'Dasar / Legal basis: Keputusan Bupati Contoh Nomor 1 Tahun 2026',
      'Revisi 2 (3 Desember 2026)',
      'Revision 2 (3 December 2026)',
    ]) {
      expect(page).toContain(part)
    }
  })

  it.each([
    'Dr. Hj. Andi Tenri Abeng Nuraisyah Daeng Ngalle Karaéng, S.Pd., M.Pd., M.Si., Ph.D., CPNS., ASEAN Eng., Nguyễn Thị Ánh Ș',
    'A'.repeat(120),
    'Łukasz Đặng Ōe Žižek',
  ])('leaves out nothing of the name %s', async (name) => {
    const [page = ''] = pdfPages(await renderSheets([{ ...plainSheet, name }], { fonts }))
    expect(page.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
    expect(page).not.toContain('?')
  })

  it('is the same bytes for the same facts, and others for others', async () => {
    const once = await renderSheets([plainSheet], { fonts })
    expect((await renderSheets([plainSheet], { fonts })).equals(once)).toBe(true)
    const other = await renderSheets([{ ...plainSheet, name: 'Siti Aminah' }], { fonts })
    expect(other.equals(once)).toBe(false)
  })

  it('is tagged, and says its title, author and language', async () => {
    const letterhead = { lines: ['Dinas <Pemuda> & Olahraga'] }
    const facts = { ...plainSheet, letterhead }
    const text = (await renderSheets([facts], { fonts })).toString('utf8')
    for (const part of ['/MarkInfo', '/StructTreeRoot', '/Lang (id-ID)', '/Lang (en-GB)', '/Alt']) {
      expect(text).toContain(part)
    }
    expect(text).toContain('>Sertifikat 0001/SEDIKIT/XI/2026: Siti Aminah, S.Pd.<')
    expect(text).toContain('>Dinas ‹Pemuda› ＆ Olahraga<')
  })

  it('is a page each in one document', async () => {
    const sheets = ['Siti', 'Budi', 'Rina'].map((name) => ({ ...plainSheet, name }))
    const pages = pdfPages(await renderSheets(sheets, { fonts }))
    expect(pages.map((page) => /Siti|Budi|Rina/.exec(page)?.[0])).toEqual(['Siti', 'Budi', 'Rina'])
  })
})

describe('its QR code', () => {
  it.each([
    plainSheet.url,
    'https://t.me/sedikit_contoh_bot?start=v_AbCdEfGhIjKlMnOpQrStUv',
    'https://a.id/v/----------------______',
  ])('is read back as %s', (url) => {
    expect(readQr(qrMatrix(url))).toBe(url)
  })
})

import { expect, it } from 'vitest'
import { qrMatrix } from '../../src/certificates/index.ts'
import { renderPng } from '../../src/pictures/index.ts'
import { qrPicture, renderPoster, type PosterTexts } from '../../src/posters/index.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { readQr } from '../support/read-qr.ts'

const url = 'https://t.me/sedikit_contoh_bot?start=AbCdEfGhIjKlMnOpQrStUv'

const texts: PosterTexts = {
  organisation: 'Pemerintah Kabupaten <Contoh> & Rekan',
  title: 'Belajar AI, tiga menit sehari',
  motto: 'Sedikit demi sedikit, lama-lama menjadi bukit',
  audience: 'Untuk seluruh pegawai Dinas Contoh',
  scan: 'Pindai dengan kamera ponsel',
  type: 'atau buka Telegram, cari @sedikit_contoh_bot, lalu ketik kode ini:',
  steps: ['Pindai', 'Setuju', 'Belajar'],
  until: 'Kode berlaku sampai 7 Desember 2026',
  safety: 'Tidak pernah meminta NIK.',
}

const poster = { texts, locale: 'id', url, code: 'ACD3 FHK4', madeAt: new Date(0) } as const

it('a poster is one page that says everything, whatever signs a name has, and is the same each time', async () => {
  const pdf = await renderPoster(poster)
  const pages = pdfPages(pdf)
  expect(pages).toHaveLength(1)
  const { steps, ...rest } = texts
  for (const words of [...Object.values(rest), ...steps, poster.code]) {
    expect(pages[0]).toContain(words)
  }
  expect(await renderPoster(poster)).toEqual(pdf)
})

it('the longest name of a unit leaves nothing out and stays on its page', async () => {
  const audience = `Untuk seluruh pegawai ${'Bidang Pemberdayaan '.repeat(6).trim()}`
  const organisation = 'Pemerintah Kabupaten Kepulauan Contoh Selatan '.repeat(3).trim()
  const pages = pdfPages(
    await renderPoster({ ...poster, texts: { ...texts, audience, organisation } }),
  )
  expect(pages).toHaveLength(1)
  // Lines are broken where they must be.
  const said = (pages[0] ?? '').replaceAll(/\s+/g, '')
  expect(said).toContain(audience.replaceAll(' ', ''))
  expect(said).toContain(organisation.replaceAll(' ', ''))
})

it('the code of a picture leads where it should, drawn square by square', () => {
  const { svg } = qrPicture({ title: 'x', subtitle: 'Dinas <Contoh> & Rekan', url, note: 'x' })
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const size = qrMatrix(url).length
  const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(length); i++) {
      const row = drawn[Number(y) - 4]
      if (row !== undefined) row[Number(x) - 4 + i] = true
    }
  }
  expect(readQr(drawn)).toBe(url)
})

it('a picture is a PNG', async () => {
  const png = await renderPng(qrPicture({ title: 'x', subtitle: 'y', url, note: 'z' }))
  expect(Buffer.from(png).subarray(1, 4).toString('latin1')).toBe('PNG')
})

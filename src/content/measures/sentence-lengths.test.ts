import { expect, it } from 'vitest'
import { sentenceLengths } from './sentence-lengths.ts'

it.each([
  ['Rapi belum tentu benar. Cocokkan dahulu!', [4, 2]],
  ['Rapat pukul 08.30 di aula. Datanglah.', [5, 1]],
  ['"Siapa di sini?" Semua diam.', [3, 2]],
  ['Tiga hal:\n- keputusan\n- siapa yang mengerjakan', [2, 1, 3]],
  ['Tanpa titik di akhir', [4]],
  ['', []],
  ['\n\n - \n', []],
])('%j', (text, lengths) => {
  expect(sentenceLengths(text)).toEqual(lengths)
})

import { expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { questionOf, trackOf } from './fixture.ts'
import { nearDuplicates } from './near-duplicates.ts'

const text =
  'Chatbot memberi rujukan peraturan lengkap dengan nomor dan tahun. Apa langkah pertama?'
const options = [
  'Bertanya kepada chatbot itu apakah rujukannya benar',
  'Mencari naskah peraturan itu di laman resmi penerbitnya',
  'Mencantumkannya dahulu, menggantinya bila ditegur',
]
const original = questionOf('f-q1', 'b', options, { text })

it('a question that was copied into another track, its options in another order', () => {
  const [a = '', b = '', c = ''] = options
  const copy = questionOf('g-q1', 'a', [b, c, a], { text: text.replace('Chatbot', 'Aplikasi') })
  const found = nearDuplicates([trackOf('fondasi', [original]), trackOf('guru', [copy])])
  expect(found.map(formatWarning)).toEqual([
    'guru/01-satu.md:10: warning: question g-q1 shares 93.1% of its word pairs with f-q1 (fondasi/01-satu.md:10), and 30% is the most: ask another thing in one of the two, or remove it',
  ])
  expect(found).toMatchObject([{ rule: 'near-duplicate', measured: 93.1, limit: 30 }])
})

it('twice in one track too', () => {
  const again = { ...original, id: 'f-q2' }
  expect(nearDuplicates([trackOf('fondasi', [original, again])])).toMatchObject([
    { file: 'fondasi/01-satu.md', line: 11, measured: 100 },
  ])
})

it('one question in two guises is found with a quarter of its words changed', () => {
  const words = Array.from({ length: 36 }, (_, index) => `kata${index}`)
  const swapped = words.map((word, index) => (index % 4 === 2 ? `lain${index}` : word))
  const ask = (id: string, of: readonly string[]) =>
    questionOf(id, 'a', ['1', '2'], { text: of.join(' ') })
  const found = nearDuplicates([trackOf('a', [ask('a', words)]), trackOf('b', [ask('b', swapped)])])
  expect(found).toMatchObject([{ measured: 32.1 }])
})

it('another question about the same thing is none', () => {
  const other = questionOf('g-q1', 'a', ['Menghapusnya', 'Mencari naskah peraturan itu', 'Diam'], {
    text: 'Chatbot memberi angka tanpa sumber. Apa yang Anda lakukan?',
  })
  expect(nearDuplicates([trackOf('fondasi', [original]), trackOf('guru', [other])])).toEqual([])
})

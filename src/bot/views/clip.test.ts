import { expect, it } from 'vitest'
import { clip } from './clip.ts'

it.each([
  ['pendek', 10, 'pendek'],
  ['tepat sepuluh'.slice(0, 10), 10, 'tepat sepu'],
  ['sebelas kata panjang', 11, 'sebelas…'],
  ['sebelas kata panjang', 12, 'sebelas…'],
  ['sebelas kata panjang', 13, 'sebelas kata…'],
  ['satu dua tiga', 6, 'satu…'],
  ['a panjangsekalikatanya', 10, 'a panjang…'],
  // A family is one sign of eleven units: never cut in two.
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦'],
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, '👨‍👩‍👧‍👦…'],
])('%s in %i', (text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped)
})

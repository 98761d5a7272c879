import { expect, it } from 'vitest'
import { clip } from './clip.ts'

it.each([
  ['pendek', 10, 'pendek'],
  ['tepat sepuluh'.slice(0, 10), 10, 'tepat sepu'],
  ['sebelas kata panjang', 11, 'sebelas ka…'],
  ['satu dua tiga', 6, 'satu…'],
  // A family is one sign of eleven units: never cut in two.
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦'],
  ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 2, '👨‍👩‍👧‍👦…'],
])('%s in %i', (text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped)
})

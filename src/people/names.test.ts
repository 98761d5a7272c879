import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNear } from './near.ts'
import { likenessOf, partsOfName } from './names.ts'

it.each([
  ['Hj. St. Aminah, S.Kep., Ners', ['siti', 'aminah']],
  ['dr. A. Rahman Sp.A', ['a', 'rahman']],
  ['Drs. H. Muh. Ilyas, M.Si', ['muhammad', 'ilyas']],
  ['Andi Baso S.T', ['andi', 'baso']],
  ['A.Rahman', ['a', 'rahman']],
  ['  RINA  ', ['rina']],
  ['', []],
  ['🌸', []],
])('the parts of "%s"', (name, parts) => expect(partsOfName(name)).toEqual(parts))

it.each([
  ['Siti Aminah', 'Hj. St. Aminah, S.Kep.'],
  ['aminah', 'Siti Aminah'],
  ['Muhammad Ilyas', 'Muh. Ilyas'],
  ['M. Ilyas', 'Muhammad Ilyas'],
  ['A. Rahman', 'Andi Rahman'],
  ['Abd. Rahman', 'Abdul Rahman'],
  ['Rahman Andi', 'Andi Rahman'],
  ['Nurhayati', 'Nurhayti'],
  ['Siti', 'Siti'],
  ['A. Rahman', 'Ahmad Rahman'],
  ['Constructor', 'Constructor'],
])('"%s" may be "%s"', (a, b) => {
  expect(likenessOf(a, b)).toBeGreaterThan(0)
  expect(likenessOf(b, a)).toBeCloseTo(likenessOf(a, b))
})

it.each([
  ['Siti', 'Siti Aminah'],
  ['Andi Rahman', 'Andi Tenri'],
  ['Muhammad', 'Muh. Ilyas'],
  ['A. R.', 'Andi Rahman'],
  ['Rina', 'Rita'],
  ['', 'Siti'],
  ['Siti Aminah', 'Siti Fatimah'],
])('"%s" is not "%s"', (a, b) => expect(likenessOf(a, b)).toBe(0))

it('the nearer name has the higher number', () => {
  expect(likenessOf('Siti Aminah', 'Siti Aminah')).toBe(1)
  expect(likenessOf('Siti Aminah', 'Siti Aminah Daeng Kebo')).toBeLessThan(1)
})

describe('for any two names', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('A. B', 'Siti'),
  )
  it('likeness is between 0 and 1 and the same both ways', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = likenessOf(a, b)
        expect(likeness >= 0 && likeness <= 1).toBe(true)
        expect(likenessOf(b, a) > 0).toBe(likeness > 0)
      }),
    )
  })
})

describe('one slip', () => {
  it.each([
    ['maret', 'maret', true],
    ['maret', 'mart', true],
    ['maret', 'marett', true],
    ['maret', 'mraet', true],
    ['maret', 'maeet', true],
    ['maret', 'mrt', false],
    ['maret', 'teram', false],
    ['', 'a', true],
    ['', 'ab', false],
  ])('%s, %s: %s', (a, b, near) => {
    expect([isNear(a, b), isNear(b, a)]).toEqual([near, near])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closestWord, slipsBetween } from './closest-word.ts'

const words = (...all: string[]) => all.map((word) => ({ word, lessons: 1 }))

describe('slips between two words', () => {
  it.each([
    ['prompt', 'prompt', 0],
    ['promt', 'prompt', 1],
    ['datta', 'data', 1],
    ['halusinsi', 'halusinasi', 1],
    ['dtaa', 'data', 1],
    ['surat', 'sirat', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s: %i', (a, b, slips) => {
    expect(slipsBetween(a, b)).toBe(slips)
  })

  it('property: as many one way as the other, none to itself, at most the longer one', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(slipsBetween(a, b)).toBe(slipsBetween(b, a))
        expect(slipsBetween(a, b) === 0).toBe(a === b)
        expect(slipsBetween(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('the word that was meant', () => {
  it('is the nearest', () => {
    expect(closestWord('promt', words('promosi', 'prompt'))).toBe('prompt')
  })

  it('is of two as near the one in more lessons', () => {
    const candidates = [
      { word: 'sirat', lessons: 2 },
      { word: 'surat', lessons: 30 },
    ]
    expect(closestWord('sarat', candidates)).toBe('surat')
  })

  it('is none where none is near enough for its length', () => {
    expect(closestWord('datx', words('duta'))).toBeUndefined()
    expect(closestWord('rapat', words('repot'))).toBeUndefined()
    expect(closestWord('xyzzyx', words('pribadi'))).toBeUndefined()
    expect(closestWord('apa', [])).toBeUndefined()
  })

  it('forgives more in a long word', () => {
    expect(closestWord('kependuduan', words('kependudukan'))).toBe('kependudukan')
    expect(closestWord('kepenndudkn', words('kependudukan'))).toBe('kependudukan')
  })
})

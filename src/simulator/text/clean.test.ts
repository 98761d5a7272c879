import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { cleanText } from './clean.ts'

describe('cleanText', () => {
  it('trims, and moves entities along', () => {
    expect(cleanText(' \n ab c \n', [{ type: 'bold', offset: 3, length: 2 }])).toEqual({
      text: 'ab c',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
    })
  })

  it('removes what breaks the layout, and makes spaces of control characters', () => {
    expect(cleanText('a\r\nb\tc\u2028d', [{ type: 'bold', offset: 3, length: 3 }])).toEqual({
      text: 'a\nb cd',
      entities: [{ type: 'bold', offset: 2, length: 3 }],
    })
  })

  it('drops entities that cover nothing any more', () => {
    expect(cleanText('ab  ', [{ type: 'bold', offset: 2, length: 2 }])).toEqual({
      text: 'ab',
      entities: [],
    })
  })

  it.each([
    [{ offset: -1, length: 1 }, 'receive an entity with incorrect offset -1'],
    [{ offset: 4, length: 1 }, 'entity begins after the end of the text at UTF-16 offset 4'],
    [{ offset: 1, length: 1 }, 'entity begins in a middle of a UTF-16 symbol at byte offset 4'],
    [
      { offset: 0, length: 1 },
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4',
    ],
  ])('refuses %o', (place, message) => {
    expect(() => cleanText('😀a', [{ type: 'bold', ...place }])).toThrow(`Bad Request: ${message}`)
  })

  it('never gives entities that do not fit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.tuple(fc.nat(10), fc.nat(10))),
        (text, places) => {
          const entities = places
            .filter(([offset, length]) => offset + length <= text.length)
            .map(([offset, length]) => ({ type: 'bold' as const, offset, length }))
          let clean: ReturnType<typeof cleanText>
          try {
            clean = cleanText(text, entities)
          } catch (error) {
            expect(String(error)).toMatch(/middle of a UTF-16 symbol/u)
            return
          }
          for (const { offset, length } of clean.entities) {
            expect(offset).toBeGreaterThanOrEqual(0)
            expect(length).toBeGreaterThan(0)
            expect(offset + length).toBeLessThanOrEqual(clean.text.length)
          }
        },
      ),
    )
  })
})

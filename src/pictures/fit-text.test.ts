import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText, printable, widthOf, wrapText } from './fit-text.ts'

const face = { size: 40, weight: 'bold' } as const
const texts = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem())

describe('printable', () => {
  it.each([
    ['𝓢𝓲𝓽𝓲 Ａ', 'Siti A'],
    ['Siti 🌸 Rahma', 'Siti Rahma'],
    ["Siti 🌸's hill", "Siti's hill"],
    ['  Siti \n Nur\u00A0Hayati ', 'Siti Nur Hayati'],
    ['90% … ½', '90% … ½'],
    ['Zoë Ñandú Şule', 'Zoë Ñandú Şule'],
    ['ابن', ''],
    ['', ''],
  ])('%s becomes %s', (text, shown) => {
    expect(printable(text, 'bold')).toBe(shown)
  })
})

describe('widthOf', () => {
  it('grows with the size and with the text', () => {
    expect(widthOf('Bukit', { ...face, size: 80 })).toBeCloseTo(2 * widthOf('Bukit', face))
    expect(widthOf('iiii', face)).toBeLessThan(widthOf('mmmm', face))
    expect(widthOf('', face)).toBe(0)
  })
})

describe('fitText', () => {
  it('leaves alone what fits, makes smaller what does not, and shortens at last', () => {
    expect(fitText('Bu Siti', face, 900)).toEqual({ text: 'Bu Siti', size: 40 })
    const smaller = fitText('Bukit Bu Siti Nurhaliza', face, 400, 30)
    expect(smaller.text).toBe('Bukit Bu Siti Nurhaliza')
    expect(smaller.size).toBeLessThan(40)
    expect(fitText('Bukit Bu Siti Nurhaliza', face, 200, 30)).toEqual({
      text: expect.stringMatching(/^Bukit.*…$/),
      size: 30,
    })
  })

  it('never goes over the width', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 1000 }), (text, width) => {
        const fitted = fitText(text, face, width, 24)
        expect(widthOf(fitted.text, { ...face, size: fitted.size })).toBeLessThanOrEqual(width)
        expect(fitted.size).toBeGreaterThanOrEqual(24)
      }),
    )
  })
})

describe('wrapText', () => {
  it('breaks between words, and shortens what is left', () => {
    expect(wrapText('Pelajaran berikutnya datang besok', face, 480, 2)).toEqual([
      'Pelajaran berikutnya',
      'datang besok',
    ])
    expect(wrapText('Pelajaran berikutnya datang besok', face, 300, 1)).toEqual([
      expect.stringMatching(/^Pelajaran.*…$/),
    ])
  })

  it('keeps every line within the width, and every word where there is room', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 60, max: 1000 }), (text, width) => {
        const few = wrapText(text, face, width, 3)
        expect(few.length).toBeLessThanOrEqual(3)
        for (const line of few) expect(widthOf(line, face)).toBeLessThanOrEqual(width)
        expect(wrapText(text, face, 100_000, 9).join(' ')).toBe(printable(text, 'bold'))
      }),
    )
  })
})

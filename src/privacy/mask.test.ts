import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal } from './find.ts'
import { harmless, personal } from './fixture.ts'
import { masks } from './kinds.ts'
import { maskText, type TextPart } from './mask.ts'

/** Texts made of what matters: numbers of people, digits of scripts, signs, hints, pictures. */
const piece = fc.oneof(
  fc.constantFrom(...personal.map(({ text }) => text)),
  fc.constantFrom(...harmless.map(({ text }) => text)),
  fc.constantFrom(...Object.values(masks)),
  fc.constantFrom(
    'NIK',
    'rek',
    'BRI',
    'telp',
    'NISN',
    'Rp',
    '👍',
    '\u200b',
    '\n',
    ' ',
    '-',
    '.',
    '@',
    '+',
    '(',
    ')',
    '\ud83d',
  ),
  fc.stringMatching(/^[0-9٠-٩]{1,18}$/),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))

describe('a masked text', () => {
  it('holds nothing that can be found', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(findPersonal(maskText(typed).text)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('is not masked again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { text: once } = maskText(typed)
        expect(maskText(once)).toEqual({ text: once, parts: [], kinds: [] })
      }),
      { numRuns: 1000 },
    )
  })

  it('is the same where there is neither digit nor @', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
        fc.pre(!/[\p{Nd}\p{No}@\uff20\ufe6b]/u.test(typed))
        expect(maskText(typed).text).toBe(typed)
      }),
    )
  })

  it('keeps its parts within it, and on whole characters', () => {
    const typed = text.chain((whole) =>
      fc.tuple(
        fc.constant(whole),
        fc.array(fc.tuple(fc.nat(whole.length), fc.nat(whole.length)), { maxLength: 6 }),
      ),
    )
    fc.assert(
      fc.property(typed, ([whole, places]) => {
        const parts = places.map(([a, b]): TextPart => ({
          type: 'bold',
          offset: Math.min(a, b),
          length: Math.abs(a - b),
        }))
        const masked = maskText(whole, parts)
        for (const { offset, length } of masked.parts) {
          expect(offset).toBeGreaterThanOrEqual(0)
          expect(offset + length).toBeLessThanOrEqual(masked.text.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('moves its parts with their words', () => {
    const typed = '👍 NIK 7309011203850001, penting sekali'
    const at = (words: string, type = 'bold'): TextPart => ({
      type,
      offset: typed.indexOf(words),
      length: words.length,
    })
    const { text: shown, parts } = maskText(typed, [
      at('NIK'),
      at('7309011203850001', 'phone_number'),
      at('850001, penting', 'italic'),
      at('penting'),
    ])
    expect(shown).toBe('👍 NIK [NIK], penting sekali')
    expect(parts.map(({ offset, length }) => shown.slice(offset, offset + length))).toEqual([
      'NIK',
      '[NIK], penting',
      'penting',
    ])
  })

  it.each([
    ['Warga (081234567890) hadir', 'Warga ([NOMOR TELEPON]) hadir'],
    ['(0411) 371234', '[NOMOR TELEPON]'],
    ['WA +62 812 3456 7890', 'WA [NOMOR TELEPON]'],
  ])('%s: its own signs go with the number, others stay', (typed, shown) => {
    expect(maskText(typed).text).toBe(shown)
  })

  it('keeps no digit of what was found, and says the kinds once', () => {
    const masked = maskText(
      'Halijah 7309015203850001, 7309011203850001, 081234567890, siti@contoh.id',
    )
    expect(masked.text).toBe('Halijah [NIK], [NIK], [NOMOR TELEPON], [EMAIL]')
    expect(masked.kinds).toEqual(['nik', 'phone', 'email'])
  })
})

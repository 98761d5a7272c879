import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText } from './fit-text.ts'

/** A font whose every letter is half as wide as it is high. */
const measure = (text: string, size: number): number => (text.length * size) / 2
const steps = [
  { size: 30, lines: 1 },
  { size: 20, lines: 1 },
  { size: 18, lines: 2 },
  { size: 10, lines: 3 },
]
const fit = (text: string): ReturnType<typeof fitText> =>
  fitText(text, { width: 300, steps, measure })

describe('a text in its room', () => {
  it('is as large as it may be', () => {
    expect(fit('Siti Aminah')).toEqual({ size: 30, lines: ['Siti Aminah'] })
  })

  it('shrinks before it wraps', () => {
    expect(fit('Siti Aminah binti Ahmad')).toEqual({ size: 20, lines: ['Siti Aminah binti Ahmad'] })
  })

  it('wraps into lines of about one length', () => {
    expect(fit('Dr. Hj. Siti Aminah Daeng Ngai, S.Pd., M.Si.')).toEqual({
      size: 18,
      lines: ['Dr. Hj. Siti Aminah', 'Daeng Ngai, S.Pd., M.Si.'],
    })
  })

  it('breaks a word that is wider than a line', () => {
    const { lines } = fit('A'.repeat(100))
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('')).toBe('A'.repeat(100))
  })

  it('leaves nothing out and no line too wide, whatever the name', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zé.,]{1,40}$/), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join(' ')
        const { size, lines } = fit(text)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(300)
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays } from '../calendar/civil-day.ts'
import { FORGIVEN_EVERY, streakOf, type LearningDay } from './streak.ts'

/** Days from Monday, 5 January 2026: `x` kept, `-` missed, a space is no learning day. */
function days(pattern: string): LearningDay[] {
  return pattern.split('').flatMap((sign, i) => {
    if (sign === ' ') return []
    return [{ day: addCivilDays('2026-01-05', i), kept: sign === 'x' }]
  })
}

const patterns = fc.array(fc.constantFrom('x', 'x', 'x', '-', ' '), { maxLength: 120 })

describe('streakOf', () => {
  it.each([
    ['', 0, 0],
    ['-', 0, 0],
    ['x', 1, 1],
    ['xxxxx', 5, 5],
    ['xxxxx  xxxxx', 10, 10],
    // One missed day is passed over, and counts for nothing.
    ['xx-xx', 4, 2],
    // The first day missed is no reproach either.
    ['-xxx', 3, 3],
    // Two within a fortnight end it.
    ['xx-x-', 0, 2],
    ['xx--xx', 2, 2],
    ['xx-xxxxxxxxxxxxx-x', 16, 13],
    ['xx-xxxxxxxxxxxx-x', 1, 12],
  ])('%j: %i days, longest without a gap %i', (pattern, kept, longestWithoutGap) => {
    expect(streakOf(days(pattern))).toEqual({ days: kept, longestWithoutGap })
  })

  it('grows by one with each day kept, and never counts more days than were kept', () => {
    fc.assert(
      fc.property(patterns, (signs) => {
        const before = streakOf(days(signs.join('')))
        const after = streakOf(days([...signs, 'x'].join('')))
        expect(after.days).toBe(before.days + 1)
        expect(before.days).toBeLessThanOrEqual(signs.filter((sign) => sign === 'x').length)
        expect(before.longestWithoutGap).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('survives days that are no learning days, wherever and however many', () => {
    fc.assert(
      fc.property(patterns, fc.nat(120), fc.integer({ min: 1, max: 60 }), (signs, at, free) => {
        const holiday = Array.from({ length: free }, () => ' ')
        const with_ = [...signs.slice(0, at), ...holiday, ...signs.slice(at)]
        // Days off move missed days apart: they can only help.
        expect(streakOf(days(with_.join(''))).days).toBeGreaterThanOrEqual(
          streakOf(days(signs.join(''))).days,
        )
      }),
    )
  })

  it('forgives a missed day once a fortnight', () => {
    fc.assert(
      fc.property(patterns, (signs) => {
        const before = signs.slice(0, -FORGIVEN_EVERY)
        const kept = Array.from({ length: FORGIVEN_EVERY }, () => 'x')
        const whole = [...before, ...kept]
        const broken = [...whole, '-']
        expect(streakOf(days(broken.join(''))).days).toBe(streakOf(days(whole.join(''))).days)
        // A second one ends it, whatever there was.
        expect(streakOf(days([...broken, '-'].join(''))).days).toBe(0)
      }),
    )
  })
})

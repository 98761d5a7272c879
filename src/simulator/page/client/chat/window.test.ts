import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { windowOf } from './window.ts'

describe('windowOf', () => {
  it('draws what is in sight with its margin', () => {
    const heights = Array.from({ length: 10 }, () => 100)
    expect(windowOf(heights, 500, 200, 100)).toEqual({ first: 4, end: 8, above: 400, below: 200 })
  })

  it('covers what is in sight and never changes the height of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 1500 }),
        (heights, wanted, height) => {
          const total = heights.reduce((sum, one) => sum + one, 0)
          const top = Math.min(wanted, Math.max(0, total - height))
          const shown = windowOf(heights, top, height, 200)
          const inside = heights.slice(shown.first, shown.end).reduce((sum, one) => sum + one, 0)
          expect(shown.above + inside + shown.below).toBe(total)
          expect(shown.above).toBeLessThanOrEqual(top)
          expect(shown.above + inside).toBeGreaterThanOrEqual(Math.min(total, top + height))
        },
      ),
    )
  })

  it('has nothing to draw in an empty chat', () => {
    expect(windowOf([], 0, 800, 900)).toEqual({ first: 0, end: 0, above: 0, below: 0 })
  })
})

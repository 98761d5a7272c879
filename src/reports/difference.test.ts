import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf } from './difference.ts'

const tally = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.float({ min: 0, max: 1, noNaN: true }))
  .map(([used, part]) => ({ used, answered: Math.floor(used * part) }))

describe('the difference of two shares', () => {
  it('has the interval that Newcombe gives: his example (a), 56 of 70 and 48 of 80', () => {
    const of = differenceOf({ used: 70, answered: 56 }, { used: 80, answered: 48 })
    expect(of?.by).toBeCloseTo(0.2, 4)
    expect(of?.low).toBeCloseTo(0.0524, 4)
    expect(of?.high).toBeCloseTo(0.3339, 4)
  })

  it('holds at the edges: example (h), ten of ten and none of ten', () => {
    const of = differenceOf({ used: 10, answered: 10 }, { used: 10, answered: 0 })
    expect(of?.by).toBe(1)
    expect(of?.low).toBeCloseTo(0.6075, 4)
    expect(of?.high).toBeCloseTo(1, 4)
  })

  it('is none where one was never used', () => {
    expect(differenceOf({ used: 0, answered: 0 }, { used: 5, answered: 1 })).toBeUndefined()
    expect(differenceOf({ used: 5, answered: 1 }, { used: 0, answered: 0 })).toBeUndefined()
  })

  it('lies within its interval, turns with its sides, and is surer with more', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        const one = differenceOf(a, b)
        const other = differenceOf(b, a)
        if (one === undefined || other === undefined) throw new Error('no difference')
        expect(one.low).toBeLessThanOrEqual(one.by + 1e-9)
        expect(one.high).toBeGreaterThanOrEqual(one.by - 1e-9)
        expect(other.low).toBeCloseTo(-one.high)
        const times = (of: typeof a) => ({ used: of.used * 4, answered: of.answered * 4 })
        const more = differenceOf(times(a), times(b))
        expect((more?.high ?? 9) - (more?.low ?? 0)).toBeLessThan(one.high - one.low + 1e-9)
      }),
    )
  })
})

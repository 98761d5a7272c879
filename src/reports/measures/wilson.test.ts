import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilsonInterval } from './wilson.ts'

describe('Wilson’s interval', () => {
  it('is that of the textbook: 15 of 148 (Newcombe 1998, Statistics in Medicine 17:857-872)', () => {
    const [low = 0, high = 0] = wilsonInterval({ part: 15, whole: 148 }) ?? []
    expect(low).toBeCloseTo(0.0624, 4)
    expect(high).toBeCloseTo(0.1605, 4)
  })

  it('lies within 0 and 1 around the share, mirrors, narrows with more, and is none of nothing', () => {
    expect(wilsonInterval({ part: 0, whole: 0 })).toBeUndefined()
    expect(wilsonInterval({ part: 2, whole: 1 })).toBeUndefined()
    const rates = fc
      .nat(200)
      .chain((whole) => fc.record({ whole: fc.constant(whole + 1), part: fc.nat(whole + 1) }))
    fc.assert(
      fc.property(rates, ({ part, whole }) => {
        const [low = 2, high = -1] = wilsonInterval({ part, whole }) ?? []
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(part / whole)
        expect(high).toBeGreaterThanOrEqual(part / whole)
        const [left = 2, right = -1] = wilsonInterval({ part: whole - part, whole }) ?? []
        expect(1 - left).toBeCloseTo(high, 9)
        expect(1 - right).toBeCloseTo(low, 9)
        const [lower = 2, upper = -1] = wilsonInterval({ part: part * 4, whole: whole * 4 }) ?? []
        expect(upper - lower).toBeLessThan(high - low)
      }),
    )
  })
})

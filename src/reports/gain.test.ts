import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchedGain, normalisedGain } from './gain.ts'

const score = fc.record({
  before: fc.integer({ min: 0, max: 10 }).map((n) => n * 10),
  after: fc.integer({ min: 0, max: 10 }).map((n) => n * 10),
})

describe('the normalised gain', () => {
  it('is which part of what was not known is known after', () => {
    expect(normalisedGain({ before: 40, after: 70 })).toBe(0.5)
    expect(normalisedGain({ before: 40, after: 40 })).toBe(0)
    expect(normalisedGain({ before: 50, after: 30 })).toBeCloseTo(-0.4)
    expect(normalisedGain({ before: 100, after: 100 })).toBeUndefined()
  })

  it('is undefined for a group that knew all of it, and for nobody', () => {
    expect(matchedGain([]).normalised).toBeNull()
    const all = matchedGain([{ before: 100, after: 90 }])
    expect(all).toMatchObject({ people: 1, normalised: null, interval: null, band: null })
  })

  it('takes the means of a group, whoever knew all of it before included', () => {
    const gain = matchedGain([
      { before: 100, after: 100 },
      { before: 0, after: 50 },
    ])
    expect(gain).toMatchObject({
      people: 2,
      before: 50,
      after: 75,
      normalised: 0.5,
      band: 'medium',
    })
  })

  it('has an interval around it, which narrows with more people and covers the true value', () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 5, maxLength: 40 }), (scores) => {
        const gain = matchedGain(scores)
        if (gain.normalised === null || gain.interval === null) return
        expect(gain.interval[0]).toBeLessThanOrEqual(gain.normalised)
        expect(gain.interval[1]).toBeGreaterThanOrEqual(gain.normalised)
        const more = matchedGain([...scores, ...scores, ...scores, ...scores])
        const width = ([low, high]: readonly [number, number]): number => high - low
        expect(width(more.interval ?? [0, 99])).toBeLessThanOrEqual(width(gain.interval) + 1e-9)
      }),
    )
  })

  it('covers the true gain about 95 times in 100', () => {
    // A fixed sequence of numbers in [0, 1): mulberry32.
    let state = 12345
    const random = (): number => {
      state = (state + 0x6d2b79f5) | 0
      let t = Math.imul(state ^ (state >>> 15), 1 | state)
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
      return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
    }
    let covered = 0
    const runs = 2000
    for (let run = 0; run < runs; run++) {
      // Everybody knows 40% before and 70% after, item by item: the true gain is 0.5.
      const draw = (p: number): number =>
        Array.from({ length: 10 }).reduce<number>((sum) => sum + (random() < p ? 10 : 0), 0)
      const scores = Array.from({ length: 25 }, () => ({ before: draw(0.4), after: draw(0.7) }))
      const { interval } = matchedGain(scores)
      if (interval !== null && interval[0] <= 0.5 && interval[1] >= 0.5) covered += 1
    }
    expect(covered / runs).toBeGreaterThan(0.93)
    expect(covered / runs).toBeLessThan(0.97)
  })
})

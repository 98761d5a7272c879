import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { banditSettings, chancesOf, drawArm, inTurn, type Arm } from './bandit.ts'

const arm = (id: string, answered: number, daysSince: number | null = null): Arm => ({
  id,
  tally: { used: 1000, answered },
  reference: { used: 1000, answered: 300 },
  daysSince,
})

const arms = fc.array(
  fc.record({
    id: fc.string(),
    tally: fc.tuple(fc.nat(5000), fc.float({ min: 0, max: 1, noNaN: true })).map(([used, p]) => ({
      used,
      answered: Math.floor(used * p),
    })),
    reference: fc
      .tuple(fc.nat(5000), fc.float({ min: 0, max: 1, noNaN: true }))
      .map(([used, p]) => ({ used, answered: Math.floor(used * p) })),
    daysSince: fc.option(fc.nat(400), { nil: null }),
  }),
  { minLength: 1, maxLength: 6 },
)

describe('the choice of words', () => {
  it('prefers the better one by as much as it is better, e to one for the temperature', () => {
    const [better = 0, worse = 0] = chancesOf([arm('a', 400), arm('b', 360)])
    const effect = (answered: number): number => {
      const share = (count: number): number => (count + 100 * (761 / 2002)) / 1100
      return (share(answered) - share(300)) / share(300)
    }
    const apart = (effect(400) - effect(360)) / banditSettings.temperature
    expect(Math.log(better / worse)).toBeCloseTo(apart)
  })

  it('recovers: what was seen just now is said less, and less so as days pass', () => {
    const of = (days: number | null): number =>
      chancesOf([arm('a', 350, days), arm('b', 350)])[0] ?? 0
    expect(of(null)).toBeCloseTo(0.5)
    expect(of(0)).toBeLessThan(of(15))
    expect(of(15)).toBeLessThan(of(60))
    expect(of(400)).toBeCloseTo(0.5, 3)
    const half = Math.log((1 - of(15)) / of(15)) / Math.log((1 - of(0)) / of(0))
    expect(half).toBeCloseTo(0.5)
  })

  it('treats alike what nothing is known of', () => {
    const nothing = { used: 0, answered: 0 }
    const fresh = (id: string): Arm => ({ id, tally: nothing, reference: nothing, daysSince: null })
    expect(chancesOf([fresh('a'), fresh('b'), fresh('c')])).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('gives every arm a chance, and all of them one', () => {
    fc.assert(
      fc.property(arms, (some) => {
        const chances = chancesOf(some)
        expect(chances.every((chance) => chance >= 0 && chance <= 1)).toBe(true)
        expect(chances.reduce((a, b) => a + b, 0)).toBeCloseTo(1)
      }),
    )
  })

  it('draws by these chances, and the last one for what rounding leaves', () => {
    const some = [arm('a', 300), arm('b', 300), arm('c', 300)]
    expect([0, 0.34, 0.67, 1].map((random) => drawArm(some, random))).toEqual(['a', 'b', 'c', 'c'])
    expect(() => drawArm([], 0.5)).toThrow(RangeError)
  })

  it('goes round in turn where nothing is learned', () => {
    expect([0, 1, 2, 3].map((before) => inTurn(['a', 'b', 'c'], before))).toEqual([
      'a',
      'b',
      'c',
      'a',
    ])
    expect(() => inTurn([], 0)).toThrow(RangeError)
  })
})

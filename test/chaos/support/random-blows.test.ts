import { describe, expect, it } from 'vitest'
import { blowsOf } from './random-blows.ts'

describe('blowsOf', () => {
  it('is decided by the seed alone', () => {
    expect(blowsOf(7, 1500, 4)).toEqual(blowsOf(7, 1500, 4))
    expect(blowsOf(8, 1500, 4)).not.toEqual(blowsOf(7, 1500, 4))
  })

  it('spreads its blows in order over the messages, and leaves the last to end in peace', () => {
    const moments = blowsOf(7, 100_000, 40).map(({ at }) => at)
    expect(moments).toHaveLength(40)
    expect(moments.toSorted((a, b) => a - b)).toEqual(moments)
    expect(moments.at(0)).toBeGreaterThan(0)
    expect(moments.at(-1)).toBeLessThan(90_000)
  })

  it('has every kind of blow in a round', () => {
    const blows = new Set(blowsOf(7, 1500, 8).map(({ blow }) => blow))
    expect([...blows].toSorted()).toEqual([
      'cut',
      'flush',
      'freeze',
      'kill',
      'restart postgres',
      'restart redis',
    ])
  })
})

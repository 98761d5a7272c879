import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnValue, fitted, labelled, runsOf, ticksFor, ticksForShares } from './scale.ts'

describe('ticks', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [7, [0, 2, 4, 6, 8]],
    [530, [0, 200, 400, 600]],
    [1000, [0, 250, 500, 750, 1000]],
    [0.08, [0, 0.02, 0.04, 0.06, 0.08]],
  ])('up to %d are %j', (greatest, ticks) => {
    expect(ticksFor(greatest)).toEqual(ticks)
  })

  it('hold the greatest, are few and even', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (greatest) => {
        const ticks = ticksFor(greatest)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest * 0.999999)
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.length).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('of shares end at all of it, unless all are small', () => {
    expect(ticksForShares(0.6).at(-1)).toBe(1)
    expect(ticksForShares(0.04).at(-1)).toBe(0.04)
  })
})

it('draws a rate as its share, and nothing where there is nothing', () => {
  expect(drawnValue({ n: 1, of: 4, interval: null })).toBe(0.25)
  expect(drawnValue({ n: 0, of: 0, interval: null })).toBeUndefined()
  expect([null, undefined, 'x', Number.NaN].map(drawnValue)).toEqual(Array(4).fill(undefined))
})

it('labels as many as there is room for, the newest always', () => {
  expect(labelled(5, 10)).toEqual([0, 1, 2, 3, 4])
  expect(labelled(28, 4)).toEqual([6, 13, 20, 27])
  expect(labelled(0, 4)).toEqual([])
  expect(labelled(3, 0)).toEqual([2])
  expect(labelled(24, 8, 'first')).toEqual([0, 3, 6, 9, 12, 15, 18, 21])
})

it('breaks a line where a day has no value', () => {
  expect(runsOf([1, 2, undefined, 3, undefined])).toEqual([[0, 1], [3]])
})

describe('a label', () => {
  const letters = (text: string): number => Array.from(text).length

  it('that fits stays whole', () => {
    expect(fitted('Dinas Kesehatan', 15, letters)).toBe('Dinas Kesehatan')
  })

  it('that does not is cut, and says so', () => {
    expect(fitted('Dinas Kesehatan', 7, letters)).toBe('Dinas…')
    expect(fitted('🪨🪨🪨', 2, letters)).toBe('🪨…')
    expect(fitted('Dinas', 0, letters)).toBe('…')
  })
})

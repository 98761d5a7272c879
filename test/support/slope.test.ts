import { expect, test } from 'vitest'
import { isFlat, lastTwoThirds, slopeOf } from '../../bench/support/slope.ts'

const noise = [0.4, -0.3, 0.1, -0.5, 0.3, 0.2, -0.2, 0, -0.4, 0.4]
const points = (grow: number): (readonly [number, number])[] =>
  noise.map((noise, minute) => [minute, 100 + grow * minute + noise])

test('the slope of a line is its own, and its error is what the points lie off it', () => {
  expect(
    slopeOf([
      [0, 1],
      [1, 3],
      [2, 5],
    ]),
  ).toEqual({ perUnit: 2, error: 0 })
  const { perUnit, error } = slopeOf(points(2))
  expect(perUnit).toBeCloseTo(2, 1)
  expect(error).toBeGreaterThan(0)
  expect(error).toBeLessThan(0.1)
})

test('growth is seen through the noise; standing, shrinking and what is tolerated are flat', () => {
  expect(isFlat(slopeOf(points(0)), 9, 0)).toBe(true)
  expect(isFlat(slopeOf(points(-1)), 9, 0)).toBe(true)
  expect(isFlat(slopeOf(points(0.5)), 9, 1)).toBe(false)
  expect(isFlat(slopeOf(points(0.5)), 9, 6)).toBe(true)
})

test('the first third warms up', () => {
  expect(lastTwoThirds([1, 2, 3, 4, 5, 6, 7])).toEqual([3, 4, 5, 6, 7])
})

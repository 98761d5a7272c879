import fc from 'fast-check'
import { expect, it } from 'vitest'
import { batchOf, inFlightOf, MOST_ROWS } from './in-flight.ts'

it.each([
  [28, 64, 3],
  [30, 64, 3],
  [256, 64, 32],
  [1000, 250, 64],
  [1_000_000, 256, 64],
])('at %i a second a worker holds %i at most, %i a lease', (rate, held, rows) => {
  expect(inFlightOf(rate)).toBe(held)
  expect(batchOf(rate)).toBe(rows)
})

it('a lease always fits into what a worker may hold, and into a job', () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (rate) => {
      expect(batchOf(rate)).toBeGreaterThanOrEqual(1)
      expect(batchOf(rate)).toBeLessThanOrEqual(Math.min(MOST_ROWS, inFlightOf(rate)))
    }),
  )
})

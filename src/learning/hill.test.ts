import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hill } from './hill.ts'

it('builds fifteen lessons into five rows, from the foot up', () => {
  expect(hill(6, 15).map((row) => row.map((laid) => (laid ? 'x' : '.')).join(''))).toEqual([
    '.',
    '..',
    '...',
    'x...',
    'xxxxx',
  ])
})

it('has one stone a lesson, laid ones as many as are done, and narrows towards the top', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(250), (total, done) => {
      const rows = hill(done, total)
      expect(rows.flat()).toHaveLength(total)
      expect(rows.flat().filter(Boolean)).toHaveLength(Math.min(done, total))
      for (const [i, row] of rows.entries()) {
        expect(row.length).toBeGreaterThan(0)
        expect(row.length).toBeLessThanOrEqual(rows[i + 1]?.length ?? Infinity)
      }
    }),
  )
})

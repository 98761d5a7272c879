import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lanes, shareRoom } from './lanes.ts'

const waiting = fc.record({
  reply: fc.nat(500),
  lesson: fc.nat(500),
  review: fc.nat(500),
  announcement: fc.nat(500),
  nudge: fc.nat(500),
})

it('fills the room, takes no more than waits, and starves no lane', () => {
  fc.assert(
    fc.property(waiting, fc.nat(400), (all, room) => {
      const take = shareRoom(all, room)
      const taken = lanes.reduce((sum, lane) => sum + take[lane], 0)
      const total = lanes.reduce((sum, lane) => sum + all[lane], 0)
      expect(taken).toBe(Math.min(room, total))
      for (const lane of lanes) {
        expect(take[lane]).toBeLessThanOrEqual(all[lane])
        if (all[lane] > 0 && room >= lanes.length) expect(take[lane]).toBeGreaterThan(0)
      }
    }),
  )
})

it('lets the higher lane go first', () => {
  expect(shareRoom({ lesson: 1000, announcement: 1000 }, 64)).toMatchObject({
    lesson: 60,
    announcement: 4,
  })
})

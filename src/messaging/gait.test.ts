import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limitsOf, reserve, type Gait } from './gait.ts'

const rested: Gait = { bulkNextMs: 0, totalNextMs: 0 }

/** The most messages that any sliding second of `places` holds. */
function mostInASecond(places: readonly number[]): number {
  const sorted = places.toSorted((a, b) => a - b)
  let most = 0
  let start = 0
  for (const [end, place] of sorted.entries()) {
    while (place - (sorted[start] ?? place) >= 1000) start++
    most = Math.max(most, end - start + 1)
  }
  return most
}

it('never lets a sliding second pass the limit, whatever asks and when', () => {
  const asks = fc.array(
    fc.record({
      wait: fc.nat(700),
      count: fc.integer({ min: 1, max: 16 }),
      bulk: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(asks, fc.integer({ min: 1, max: 200 }), (list, rate) => {
      const limits = limitsOf(rate)
      let gait = rested
      let now = 0
      const all: number[] = []
      const bulkPlaces: number[] = []
      for (const ask of list) {
        now += ask.wait
        const got = reserve(gait, limits, now, ask.count, ask.bulk)
        gait = got.gait
        all.push(...got.places)
        if (ask.bulk) bulkPlaces.push(...got.places)
        expect(got.places[0]).toBeGreaterThanOrEqual(now)
      }
      expect(mostInASecond(all)).toBeLessThanOrEqual(limits.totalPerSecond)
      expect(mostInASecond(bulkPlaces)).toBeLessThanOrEqual(Math.max(1, limits.bulkPerSecond))
    }),
  )
})

it('keeps at least 0.97 of the limit while there is something to send', () => {
  const { places } = reserve(rested, limitsOf(30), 0, 600, true)
  const seconds = ((places.at(-1) ?? 0) + 1000 / 30) / 1000
  expect(600 / seconds / 30).toBeGreaterThanOrEqual(0.97)
})

it('finds a reply room beside bulk at full rate', () => {
  const limits = limitsOf(28)
  const bulk = reserve(rested, limits, 0, 4, true)
  const reply = reserve(bulk.gait, limits, 0, 1, false)
  expect(reply.places[0]).toBeLessThan(150)
})

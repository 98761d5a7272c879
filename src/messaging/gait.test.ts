import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limitsAt, limitsOf, reserve, type Gait, type SendRate } from './gait.ts'

const rested: Gait = { bulkNextMs: 0, totalNextMs: 0 }

/** Each message's place: a call that brings several has them all at once. */
const placesOf = (places: readonly number[], weights: readonly number[]): number[] =>
  places.flatMap((place, i) => Array.from({ length: weights[i] ?? 0 }, () => place))

const ones = (count: number): number[] => Array.from({ length: count }, () => 1)

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

it('never lets a sliding second pass the limit, whatever asks and when, albums among it', () => {
  const asks = fc.array(
    fc.record({
      wait: fc.nat(700),
      weights: fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 10 })), {
        minLength: 1,
        maxLength: 16,
      }),
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
        const got = reserve(gait, limits, now, ask.weights, ask.bulk)
        gait = got.gait
        all.push(...placesOf(got.places, ask.weights))
        if (ask.bulk) bulkPlaces.push(...placesOf(got.places, ask.weights))
        expect(got.places[0]).toBeGreaterThanOrEqual(now)
      }
      // A single album may be more than a low rate allows: it goes alone.
      const largest = Math.max(0, ...list.flatMap(({ weights }) => weights))
      expect(mostInASecond(all)).toBeLessThanOrEqual(Math.max(largest, limits.totalPerSecond))
      expect(mostInASecond(bulkPlaces)).toBeLessThanOrEqual(Math.max(largest, limits.bulkPerSecond))
    }),
  )
})

it('keeps at least 0.97 of the limit while there is something to send', () => {
  const { places } = reserve(rested, limitsOf(30), 0, ones(600), true)
  const seconds = ((places.at(-1) ?? 0) + 1000 / 30) / 1000
  expect(600 / seconds / 30).toBeGreaterThanOrEqual(0.97)
})

it('finds a reply room beside bulk at full rate', () => {
  const limits = limitsOf(28)
  const bulk = reserve(rested, limits, 0, ones(4), true)
  const reply = reserve(bulk.gait, limits, 0, [1], false)
  expect(reply.places[0]).toBeLessThan(150)
})

it('lets bulk go after a reply as if there had been none, but for the place that it took', () => {
  const limits = limitsOf(10)
  const reply = reserve(rested, limits, 0, [1], false)
  expect(reply.gait.bulkNextMs).toBe(0)
  const bulk = reserve(reply.gait, limits, 0, [1], true)
  // One of 29 a second lies between them, and not one of ten.
  expect(bulk.places).toEqual([1020 / 29])
})

const fixed = { paid: false, adaptive: false }

it.each<[SendRate, object]>([
  [1, { ...fixed, bulkPerSecond: 1, totalPerSecond: 29 }],
  [28, { ...fixed, bulkPerSecond: 28, totalPerSecond: 29 }],
  [30, { ...fixed, bulkPerSecond: 30, totalPerSecond: 30 }],
  // More than Telegram lets anybody for nothing is paid for.
  [31, { bulkPerSecond: 31, totalPerSecond: 31, paid: true, adaptive: false }],
  // Never paid for by itself.
  ['auto', { bulkPerSecond: 30, totalPerSecond: 30, paid: false, adaptive: true }],
])('at a rate of %s the limits are %j', (rate, limits) => {
  expect(limitsOf(rate)).toEqual(limits)
})

it.each([
  [1, 2],
  [12.5, 13.5],
  [29, 30],
  [29.5, 30],
  [30, 30],
])('at %d found, %d go in all: one more for replies, up to the ceiling', (rate, inAll) => {
  expect(limitsAt(rate)).toEqual({ bulkPerSecond: rate, totalPerSecond: inAll })
})

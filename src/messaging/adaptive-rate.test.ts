import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CEILING, FLOOR, raised, START, steppedBack } from './adaptive-rate.ts'
import { limitsAt, reserve, type Gait } from './gait.ts'

const calm = { steppedAtMs: 0, pausedUntilMs: 0 }

describe('the adaptive rate', () => {
  it('creeps: from its start to the ceiling in some minutes of sending, and no further', () => {
    let rate = START
    let seconds = 0
    while (rate < CEILING && seconds < 3600) {
      rate = raised(rate, rate)
      seconds++
    }
    expect(seconds).toBeGreaterThan(120)
    expect(seconds).toBeLessThan(300)
    expect(raised(CEILING, 1000)).toBe(CEILING)
  })

  it('does not grow while nothing is sent', () => {
    expect(raised(12, 0)).toBe(12)
  })

  it('stays between floor and ceiling, whatever happens', () => {
    const events = fc.array(
      fc.oneof(
        fc.record({ sent: fc.integer({ min: 0, max: 64 }) }),
        fc.record({ refusedAfterMs: fc.nat(60_000) }),
      ),
      { maxLength: 200 },
    )
    fc.assert(
      fc.property(events, fc.double({ min: FLOOR, max: CEILING, noNaN: true }), (list, from) => {
        let found = { rate: from, ...calm }
        let now = 10_000
        for (const event of list) {
          const before = found.rate
          if ('sent' in event) {
            found = { ...found, rate: raised(found.rate, event.sent) }
            expect(found.rate).toBeGreaterThanOrEqual(before)
          } else {
            now += event.refusedAfterMs
            found = { ...found, ...steppedBack(found, now) }
            expect(found.rate).toBeLessThanOrEqual(before)
          }
          expect(found.rate).toBeGreaterThanOrEqual(FLOOR)
          expect(found.rate).toBeLessThanOrEqual(CEILING)
        }
      }),
    )
  })

  it('steps back once for one refusal, however many calls and workers hear it', () => {
    const heard = fc.array(fc.nat(5000), { minLength: 1, maxLength: 64 })
    fc.assert(
      fc.property(heard, fc.integer({ min: 5000, max: 60_000 }), (delays, retryAfterMs) => {
        let found = { rate: 25, ...calm }
        for (const delay of [0, ...delays.toSorted((a, b) => a - b)]) {
          const now = 100_000 + delay
          const next = steppedBack(found, now)
          found = { ...next, pausedUntilMs: Math.max(found.pausedUntilMs, now + retryAfterMs) }
        }
        expect(found.rate).toBe(20)
      }),
    )
  })

  it('steps back again when it is refused after the pause', () => {
    const once = steppedBack({ rate: 25, ...calm }, 100_000)
    const again = steppedBack({ ...once, pausedUntilMs: 105_000 }, 105_001)
    expect(again).toEqual({ rate: 16, steppedAtMs: 105_001 })
  })

  it.each([
    ['within two seconds of the last step', 101_999, 0, false],
    ['two seconds after the last step', 102_000, 0, true],
    ['before the end of the pause', 104_999, 105_000, false],
    ['at the end of the pause', 105_000, 105_000, true],
  ])('a refusal %s', (_name, now, pausedUntilMs, another) => {
    const found = { rate: 25, steppedAtMs: 100_000 }
    expect(steppedBack({ ...found, pausedUntilMs }, now)).toEqual(
      another ? { rate: 20, steppedAtMs: now } : found,
    )
  })

  it('finds a limit that nobody told it, and loses little below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 29 }), (limit) => {
        let gait: Gait = { bulkNextMs: 0, totalNextMs: 0 }
        let found = { rate: START, ...calm }
        let sent: number[] = []
        let late = 0
        let refusals = 0
        // An hour of sending, ten messages at a time, against a limit in a sliding second.
        for (let now = 0; now < 3_600_000;) {
          const limits = limitsAt(found.rate)
          const { places, gait: next } = reserve(
            gait,
            limits,
            now,
            Array.from({ length: 10 }, () => 1),
            true,
          )
          gait = next
          found = { ...found, rate: raised(found.rate, 10) }
          for (const place of places) {
            sent = sent.filter((at) => place - at < 1000)
            if (place < found.pausedUntilMs) continue
            if (sent.length >= limit) {
              found = { ...steppedBack(found, place), pausedUntilMs: place + 1000 }
              if (place > 1_800_000) refusals++
            } else {
              sent.push(place)
              if (place > 1_800_000) late++
            }
          }
          now = Math.max(gait.bulkNextMs, found.pausedUntilMs)
        }
        expect(late / 1800 / limit).toBeGreaterThan(0.75)
        expect(late / 1800 / limit).toBeLessThanOrEqual(1)
        expect(refusals / late).toBeLessThan(0.02)
      }),
      { numRuns: 10 },
    )
  })
})

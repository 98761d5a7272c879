import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createPace } from './pace.ts'

const OFF = { globalPerSecond: null, chatPerSecond: null }

describe('pace', () => {
  it('lets a lesson and its quiz pass at once, and stops a stream to one chat', () => {
    const pace = createPace({ globalPerSecond: null, chatPerSecond: 1 })
    expect([0, 1, 2].map((now) => pace.ask(1, now))).toEqual([0, 0, 0])
    expect(pace.ask(1, 3)).toBe(3)
    expect(pace.ask(2, 3)).toBe(0)
    expect(pace.ask(1, 3004)).toBe(0)
  })

  it('holds to the wait that it named, for everyone when all were too fast', () => {
    const pace = createPace({ globalPerSecond: 2, chatPerSecond: null })
    expect([pace.ask(1, 0), pace.ask(2, 500), pace.ask(3, 900)]).toEqual([0, 0, 1])
    // The window has room again at 1000, but the wait runs to 1900.
    expect(pace.ask(4, 1500)).toBe(1)
    expect(pace.ignoredWaits).toBe(1)
    expect(pace.ask(4, 1901)).toBe(0)
  })

  it('takes an album as its messages', () => {
    const pace = createPace({ globalPerSecond: 10, chatPerSecond: null })
    expect(pace.ask(1, 0, 8)).toBe(0)
    expect(pace.ask(2, 1, 3)).toBe(1)
  })

  it('takes 20 a minute in a group', () => {
    const pace = createPace({ globalPerSecond: null, chatPerSecond: 1 })
    const waits = Array.from({ length: 21 }, (_, index) => pace.ask(-5, index * 100))
    expect(waits.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0))
    expect(waits[20]).toBe(58)
  })

  it('is off when it is off, but an injected wait still holds', () => {
    const pace = createPace(OFF)
    expect(pace.ask(1, 0, 1000)).toBe(0)
    pace.hold(5, 0)
    expect(pace.ask(1, 4999)).toBe(1)
    expect(pace.ask(1, 5001)).toBe(0)
  })

  it('never lets more than the limit through any sliding second', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { maxLength: 200 }), (gaps) => {
        const pace = createPace({ globalPerSecond: 5, chatPerSecond: null })
        const passed: number[] = []
        let now = 0
        for (const gap of gaps) {
          now += gap
          if (pace.ask(1, now) === 0) passed.push(now)
        }
        for (const [index, moment] of passed.entries()) {
          const fifthBefore = passed[index - 5]
          if (fifthBefore !== undefined) expect(moment - fifthBefore).toBeGreaterThanOrEqual(1000)
        }
      }),
    )
  })
})

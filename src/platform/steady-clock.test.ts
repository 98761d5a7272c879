import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steadyClock } from './steady-clock.ts'

const START = Date.parse('2026-11-24T01:00:00Z')
const HOUR_MS = 3600_000

/** A machine whose clock and whose elapsed time are moved by hand. */
function machine() {
  let told = START
  let elapsed = 1000
  const clock = steadyClock({ now: () => new Date(told) }, () => elapsed)
  return {
    clock,
    pass: (ms: number): void => {
      told += ms
      elapsed += ms
    },
    set: (ms: number): void => {
      told += ms
    },
    now: (): number => clock.now().getTime() - START,
  }
}

describe('a steady clock', () => {
  it('goes with the machine’s, and with what sets that right by little', () => {
    const { clock, pass, set, now } = machine()
    pass(5000)
    expect(now()).toBe(5000)
    set(-HOUR_MS)
    expect([now(), clock.aheadMs()]).toEqual([5000 - HOUR_MS, 0])
    pass(24 * HOUR_MS)
    expect([now(), clock.aheadMs()]).toEqual([5000 + 23 * HOUR_MS, 0])
  })

  it.each([2 * 365 * 24 * HOUR_MS, -5 * 24 * HOUR_MS, HOUR_MS + 1])(
    'does not follow a jump of %i ms: time goes on as it elapses',
    (jump) => {
      const { clock, pass, set, now } = machine()
      pass(1000)
      expect(now()).toBe(1000)
      set(jump)
      pass(2000)
      expect([now(), clock.aheadMs()]).toEqual([3000, jump])
      pass(3000)
      expect([now(), clock.aheadMs()]).toEqual([6000, jump])
    },
  )

  it('is right again when the machine’s clock is, or when it is said to be', () => {
    const back = machine()
    back.set(9 * HOUR_MS)
    back.set(-9 * HOUR_MS)
    back.pass(10)
    expect([back.now(), back.clock.aheadMs()]).toEqual([10, 0])
    const said = machine()
    said.set(9 * HOUR_MS)
    said.clock.follow()
    said.pass(10)
    expect([said.now(), said.clock.aheadMs()]).toEqual([9 * HOUR_MS + 10, 0])
  })

  it('is never further than an hour from the time that elapsed, whatever the machine’s does', () => {
    const jump = fc.integer({ min: -1e11, max: 1e11 })
    fc.assert(
      fc.property(jump, fc.nat(HOUR_MS), fc.nat(1000), (jumped, passed, first) => {
        const { clock, pass, set, now } = machine()
        pass(first)
        set(jumped)
        pass(passed)
        expect(Math.abs(now() - first - passed)).toBeLessThanOrEqual(HOUR_MS)
        expect(clock.aheadMs() === 0 || now() === first + passed).toBe(true)
      }),
    )
  })
})

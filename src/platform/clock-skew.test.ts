import { expect, it } from 'vitest'
import { assertClock, judgeSkew } from './clock-skew.ts'
import { UserError } from './errors.ts'

const NOW = new Date('2026-11-24T01:00:00Z')

it.each([
  [0, 'right'],
  [60_000, 'right'],
  [-60_000, 'right'],
  [60_001, 'off'],
  [-3600_000, 'off'],
  [3600_001, 'wrong'],
  [-5 * 365 * 86_400_000, 'wrong'],
])('%i ms ahead is %s', (skew, verdict) => {
  expect(judgeSkew(skew)).toBe(verdict)
})

it('says both times and how to mend it', () => {
  const refused = (): void => assertClock(NOW, new Date('2031-03-02T04:05:06Z'))
  expect(refused).toThrow(UserError)
  expect(refused).toThrow("it says 2026-11-24 01:00 UTC, and Telegram's says 2031-03-02 04:05 UTC")
})

it('bears what is off by less than an hour', () => {
  expect(() => assertClock(NOW, new Date('2026-11-24T01:59:59Z'))).not.toThrow()
})

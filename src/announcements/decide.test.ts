import { describe, expect, it } from 'vitest'
import { approvalFor, secondsFor } from './decide.ts'

describe('who has to agree', () => {
  it.each([
    [{ reached: 500, full: 0 }, false, 'none'],
    [{ reached: 501, full: 0 }, false, 'second'],
    [{ reached: 501, full: 0 }, true, 'second'],
    [{ reached: 10, full: 1 }, false, 'admin'],
    [{ reached: 10, full: 1 }, true, 'none'],
    [{ reached: 501, full: 1 }, false, 'admin'],
  ] as const)('%o, by an admin %s: %s', (count, admin, needs) => {
    expect(approvalFor(count, { admin }, 500)).toBe(needs)
  })
})

describe('how long it takes', () => {
  it('counts what waits before it, and every message of an album', () => {
    const forecast = { reached: 1000, messages: 1, ahead: 0, sendRate: 25 }
    expect(secondsFor(forecast)).toBe(40)
    expect(secondsFor({ ...forecast, messages: 3 })).toBe(120)
    expect(secondsFor({ ...forecast, ahead: 500 })).toBe(60)
    expect(secondsFor({ ...forecast, reached: 0 })).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { office, officeWith } from './fixture.ts'
import { workingDayBefore } from './working-day-before.ts'

describe('workingDayBefore', () => {
  it.each([
    ['2026-11-25', 1, '2026-11-24'],
    ['2026-11-23', 1, '2026-11-20'],
    ['2026-11-22', 1, '2026-11-20'],
    ['2026-11-23', 10, '2026-11-09'],
  ])('before %s, %i: %s', (day, count, expected) => {
    expect(workingDayBefore(office, day, count)).toBe(expected)
  })

  it('passes over days off, and does not search for ever', () => {
    expect(workingDayBefore(officeWith('2026-11-20'), '2026-11-23', 1)).toBe('2026-11-19')
    const closed = { ...office, week: { kind: 'weekdays', days: [] } } as const
    expect(() => workingDayBefore(closed, '2026-11-23', 1)).toThrow('no working day')
  })
})

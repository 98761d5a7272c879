import { describe, expect, it } from 'vitest'
import { addCivilDays } from './civil-day.ts'
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
    expect(() => workingDayBefore(closed, '2026-11-23', 1)).toThrow(
      new RangeError('Calendar office: no working day in two months before 2026-11-23'),
    )
  })

  it('finds the one day behind two months without work, and counts from there anew', () => {
    const off = (count: number) =>
      officeWith(...Array.from({ length: count }, (_, i) => addCivilDays('2026-11-22', -i)))
    const daily = { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5, 6] } as const
    const before = (count: number, days: number): string =>
      workingDayBefore({ ...off(days), week: daily }, '2026-11-23', count)
    expect(before(1, 62)).toBe('2026-09-21')
    expect(before(3, 62)).toBe('2026-09-19')
    expect(() => before(1, 63)).toThrow(RangeError)
  })
})

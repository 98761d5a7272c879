import { describe, expect, it } from 'vitest'
import { layCalendar, OFFICE } from '../../learning/index.ts'
import { pointsSince, weeksBefore, workingDays } from './weeks.ts'

describe('weeksBefore', () => {
  it('are those from Monday to Sunday on a Monday, and as long on any other day', () => {
    expect(weeksBefore('2026-11-23', 2)).toEqual([
      { first: '2026-11-16', last: '2026-11-22' },
      { first: '2026-11-09', last: '2026-11-15' },
    ])
    expect(weeksBefore('2026-03-01', 1)).toEqual([{ first: '2026-02-22', last: '2026-02-28' }])
  })
})

describe('workingDays', () => {
  it('are those of each calendar, without its days off', () => {
    const calendar = { ...layCalendar(OFFICE, [], []), daysOff: new Set(['2026-11-18']) }
    const days = workingDays(weeksBefore('2026-11-23', 2), [{ id: 'office', calendar }])
    expect(days.filter(({ week }) => week === 0).map(({ day }) => day)).toEqual([
      '2026-11-16',
      '2026-11-17',
      '2026-11-19',
      '2026-11-20',
    ])
    expect(days.filter(({ week }) => week === 1)).toHaveLength(5)
    expect(workingDays(weeksBefore('2026-11-23', 6), [])).toEqual([])
  })
})

describe('pointsSince', () => {
  it.each([
    [{ learned: 1, days: 2 }, { learned: 3, days: 4 }, 25],
    [{ learned: 3, days: 4 }, { learned: 1, days: 2 }, -25],
    // 66.7% and 67%: both are shown as 67%.
    [{ learned: 2, days: 3 }, { learned: 67, days: 100 }, 0],
    [{ learned: 0, days: 0 }, { learned: 1, days: 2 }, undefined],
    [{ learned: 1, days: 2 }, { learned: 0, days: 0 }, undefined],
  ])('from %j to %j: %s', (before, now, points) => {
    expect(pointsSince(before, now)).toBe(points)
  })
})

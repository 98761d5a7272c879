import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, type CivilDay } from './civil-day.ts'
import { closureOf } from './closures.ts'
import { office, office2026, officeWith } from './fixture.ts'
import { HORIZON_DAYS } from './teaching-moment.ts'
import type { WorkCalendar } from './work-calendar.ts'

const off = (first: CivilDay, count: number): CivilDay[] =>
  Array.from({ length: count }, (_, i) => addCivilDays(first, i))
const daily = (calendar: WorkCalendar): WorkCalendar => ({
  ...calendar,
  week: { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5, 6] },
})

describe('a calendar by which nobody can be taught', () => {
  it('is none of a year as it is decreed', () => {
    expect(closureOf(office)).toBeUndefined()
    expect(closureOf(office2026)).toBeUndefined()
  })

  it('has two months without a working day, and is told from which day', () => {
    const almost = daily(officeWith(...off('2026-03-02', HORIZON_DAYS - 1)))
    expect(closureOf(almost)).toBeUndefined()
    const closed = daily(officeWith(...off('2026-03-02', HORIZON_DAYS)))
    expect(closureOf(closed)).toBe('2026-03-02')
  })

  it('counts the weekends around a row of days off', () => {
    // From Monday to Friday of nine weeks, with the weekends before and behind: 65 days.
    const weeks = off('2026-03-02', 61)
    expect(closureOf(officeWith(...weeks))).toBe('2026-02-28')
    expect(closureOf(officeWith(...weeks.slice(0, -7)))).toBeUndefined()
  })

  it('is found among other days off, in whatever order they are listed', () => {
    const days = ['2026-01-01', ...off('2026-06-01', HORIZON_DAYS), '2027-12-31']
    fc.assert(
      fc.property(fc.shuffledSubarray(days, { minLength: days.length }), (listed) => {
        expect(closureOf(daily(officeWith(...listed)))).toBe('2026-06-01')
      }),
    )
  })

  it('is found behind the last of many days off', () => {
    const days = ['2026-01-01', '2026-02-01', ...off('2027-12-01', HORIZON_DAYS)]
    expect(closureOf(daily(officeWith(...days)))).toBe('2027-12-01')
  })

  it('has a week without any working day', () => {
    const never: WorkCalendar = { ...office, week: { kind: 'weekdays', days: [] } }
    // From the day on which the search begins: two months before the first day off, or before any year.
    expect(closureOf(never)).toBe(addCivilDays('2026-01-01', -HORIZON_DAYS))
    const listed = { ...never, daysOff: new Set(['2026-11-24']) }
    expect(closureOf(listed)).toBe(addCivilDays('2026-11-24', -HORIZON_DAYS))
  })

  it('is none where a long shift has one working day a month', () => {
    const works = Array.from({ length: 28 }, (_, i) => i === 0)
    const shift: WorkCalendar = {
      ...office,
      week: { kind: 'cycle', anchor: '2026-01-05', works },
    }
    expect(closureOf(shift)).toBeUndefined()
    // Without two of those days in a row, three rounds less a day are free.
    const without = { ...shift, daysOff: new Set(['2026-03-02', '2026-03-30']) }
    expect(closureOf(without)).toBe('2026-02-03')
  })
})

import { describe, expect, it } from 'vitest'
import { faultOfLeave, leaveOn, parseLeaves } from './leave.ts'
import { isWorkingDay, layCalendar, OFFICE, type ListedDay } from './work-calendar.ts'
import { parseZone } from './zone.ts'

const days: readonly ListedDay[] = [
  { day: '2026-11-23', kind: 'holiday', calendarId: null },
  { day: '2026-11-24', kind: 'collective_leave', calendarId: null },
  { day: '2026-11-25', kind: 'school_holiday', calendarId: null },
  { day: '2026-11-26', kind: 'regional_holiday', calendarId: null },
  { day: '2026-11-27', kind: 'collective_leave', calendarId: 'puskesmas' },
]

/** The days of that week on which a calendar works. */
function worked(change: Partial<typeof OFFICE>): string[] {
  const calendar = layCalendar({ ...OFFICE, ...change }, days, [])
  return days.map(({ day }) => day).filter((day) => isWorkingDay(calendar, day))
}

describe('the lists of days over a calendar', () => {
  it('an office keeps all but what is the schools’ or another’s', () => {
    expect(worked({})).toEqual(['2026-11-25', '2026-11-27'])
  })

  it('a school follows its Kaldik', () => {
    expect(worked({ kind: 'school' })).toEqual(['2026-11-27'])
  })

  it('direct service decides its own days: its own list counts whatever it observes', () => {
    expect(worked({ observesCollectiveLeave: false })).toEqual([
      '2026-11-24',
      '2026-11-25',
      '2026-11-27',
    ])
    const service = { id: 'puskesmas', kind: 'service' } as const
    expect(worked({ ...service, observesHolidays: false, observesCollectiveLeave: false })).toEqual(
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'],
    )
  })
})

describe('leave', () => {
  it('holds its first and its last day', () => {
    const leaves = parseLeaves('2026-03-02/2026-03-06,2026-05-01/2026-05-01')
    expect(leaveOn(leaves, '2026-03-01')).toBeUndefined()
    expect(leaveOn(leaves, '2026-03-02')).toBe(leaves[0])
    expect(leaveOn(leaves, '2026-03-06')).toBe(leaves[0])
    expect(leaveOn(leaves, '2026-03-07')).toBeUndefined()
    expect(leaveOn(leaves, '2026-05-01')).toBe(leaves[1])
    expect(parseLeaves('')).toEqual([])
  })

  it.each([
    ['2026-03-02', '2026-03-01', 'ends_before_it_begins'],
    ['2026-02-30', '2026-03-01', 'no_such_day'],
    ['2026-02-01', '2026-02-29', 'no_such_day'],
    ['2026-03-02', '2026-03-02', undefined],
    ['2028-02-29', '2028-03-02', undefined],
  ])('%s to %s: %s', (first, last, fault) => {
    expect(faultOfLeave({ first, last })).toBe(fault)
  })
})

it.each([
  ['WIB', 'Asia/Jakarta'],
  [' wita ', 'Asia/Makassar'],
  ['Wit', 'Asia/Jayapura'],
  ['asia/makassar', 'Asia/Makassar'],
  ['Australia/Lord_Howe', 'Australia/Lord_Howe'],
  ['Asia/Atlantis', undefined],
  ['+08:00', undefined],
  ['', undefined],
  // What every object knows is no zone.
  ['constructor', undefined],
  ['__proto__', undefined],
])('the zone %j is %s', (text, zone) => {
  expect(parseZone(text)).toBe(zone)
})

import { describe, expect, it } from 'vitest'
import { office, officeWith, rhythm } from './fixture.ts'
import { ORDINARY_HOURS, RAMADAN_HOURS } from './open-hours.ts'
import {
  allowedMinute,
  hoursOn,
  isTeachingDay,
  isWorkingDay,
  layCalendar,
  OFFICE,
  type ListedDay,
} from './work-calendar.ts'

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

it('has of its settings what decides when it is worked', () => {
  const ramadans = [{ first: '2026-02-18', last: '2026-03-19' }]
  expect(layCalendar(OFFICE, days.slice(0, 1), ramadans)).toEqual({
    id: 'office',
    week: OFFICE.week,
    daysOff: new Set(['2026-11-23']),
    hours: ORDINARY_HOURS,
    ramadanHours: RAMADAN_HOURS,
    ramadans,
  })
})

describe('a person under a calendar', () => {
  const away = rhythm({ leaves: [{ first: '2026-11-24', last: '2026-11-24' }] })

  it('is taught where the unit works and the person is not on leave', () => {
    const week = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']
    const calendar = officeWith('2026-11-25')
    expect(week.filter((day) => isTeachingDay(rhythm(), calendar, day))).toEqual([
      '2026-11-23',
      '2026-11-24',
    ])
    expect(week.filter((day) => isTeachingDay(away, calendar, day))).toEqual(['2026-11-23'])
  })

  it('has the hours of Ramadan from its first day to its last', () => {
    const fasting = {
      ...office,
      ramadans: [
        { first: '2026-02-18', last: '2026-03-19' },
        { first: '2027-02-08', last: '2027-03-09' },
      ],
    }
    for (const day of ['2026-02-18', '2026-03-19', '2027-02-08', '2027-02-20']) {
      expect(hoursOn(rhythm(), fasting, day)).toBe(RAMADAN_HOURS)
    }
    for (const day of ['2026-02-17', '2026-03-20', '2027-03-10']) {
      expect(hoursOn(rhythm(), fasting, day)).toBe(ORDINARY_HOURS)
    }
    // In Ramadan one's own hours open nothing that the unit's leave quiet.
    const early = rhythm({ ownHours: { begins: 360, ends: 720 } })
    expect(hoursOn(early, fasting, '2026-02-18')).toMatchObject({ begins: 480, ends: 720 })
    expect(hoursOn(early, fasting, '2026-02-17')).toMatchObject({ begins: 360, ends: 720 })
  })

  it('prays on Friday alone', () => {
    const met = (day: string): number => allowedMinute(rhythm(), office, day, 720)
    expect(['2026-11-26', '2026-11-27', '2026-11-28'].map(met)).toEqual([720, 810, 720])
  })
})

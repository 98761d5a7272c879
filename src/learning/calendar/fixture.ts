import fc from 'fast-check'
import type { CivilDay } from './civil-day.ts'
import { indonesia2026 } from './indonesia-2026.ts'
import type { OpenHours } from './open-hours.ts'
import type { WeekPattern } from './week-pattern.ts'
import { layCalendar, OFFICE, type Rhythm, type WorkCalendar } from './work-calendar.ts'

/** A rhythm with nothing of its own. */
export const rhythm = (change: Partial<Rhythm> = {}): Rhythm => ({
  timezone: 'Asia/Makassar',
  lessonMinute: 540,
  ownHours: null,
  leaves: [],
  ...change,
})

/** The office's calendar with days off that are given, and none besides. */
export const officeWith = (...daysOff: CivilDay[]): WorkCalendar => ({
  ...layCalendar(OFFICE, [], []),
  daysOff: new Set(daysOff),
})

export const office = officeWith()
export const office2026 = officeWith(...indonesia2026.map(({ day }) => day))

export const FIRST_YEAR = 2024
export const LAST_YEAR = 2035

/** Moments of all the years, with the hours around midnight and around changes of clocks. */
export const moments = fc.date({
  min: new Date(Date.UTC(FIRST_YEAR, 0, 1)),
  max: new Date(Date.UTC(LAST_YEAR, 11, 31)),
  noInvalidDate: true,
})

const days = moments.map((moment) => moment.toISOString().slice(0, 10))

export const zones = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  // Their clocks change at midnight, and their dates lie a day apart.
  'America/Havana',
  'Africa/Cairo',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
)

const minutes = fc.integer({ min: 0, max: 1440 })

/** Any hours that a calendar may have: an hour is open at least, on Friday outside prayer. */
const hours: fc.Arbitrary<OpenHours> = fc
  .tuple(minutes, minutes, minutes, minutes)
  .map(([a, b, c, d]) => ({
    begins: Math.min(a, b),
    ends: Math.max(a, b),
    prayerBegins: Math.min(c, d),
    prayerEnds: Math.max(c, d),
  }))
  .filter(({ begins, ends, prayerBegins, prayerEnds }) => {
    const praying = Math.min(ends, prayerEnds) - Math.max(begins, prayerBegins)
    return ends - begins - Math.max(0, praying) >= 60
  })

const weeks: fc.Arbitrary<WeekPattern> = fc.oneof(
  fc.constantFrom<WeekPattern>(
    { kind: 'weekdays', days: [1, 2, 3, 4, 5] },
    { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] },
  ),
  fc
    .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 })
    .map((weekdays): WeekPattern => ({ kind: 'weekdays', days: weekdays })),
  fc
    .tuple(days, fc.array(fc.boolean(), { minLength: 1, maxLength: 9 }))
    .map(([anchor, works]): WeekPattern => ({ kind: 'cycle', anchor, works: [true, ...works] })),
)

/** A span of days that begins on any day of the years. */
const spans = (longest: number) =>
  fc.tuple(days, fc.integer({ min: 0, max: longest })).map(([first, length]) => ({
    first,
    last: new Date(Date.parse(`${first}T00:00:00Z`) + length * 86_400_000)
      .toISOString()
      .slice(0, 10),
  }))

export const calendars: fc.Arbitrary<WorkCalendar> = fc.record({
  id: fc.constant('any'),
  week: weeks,
  daysOff: fc
    .array(days, { maxLength: 40 })
    .map((some) => new Set([...some, ...indonesia2026.map(({ day }) => day)])),
  hours,
  ramadanHours: hours,
  ramadans: fc.array(spans(29), { maxLength: 12 }),
})

export const people: fc.Arbitrary<Rhythm> = fc.record({
  timezone: zones,
  lessonMinute: fc.integer({ min: 0, max: 1439 }),
  ownHours: fc.option(
    hours.map(({ begins, ends }) => ({ begins, ends })),
    { nil: null },
  ),
  // Half a year at most: longer than the search would go without stepping over it.
  leaves: fc.array(spans(180), { maxLength: 5 }),
})

/** A moment that matters to this person: any, or one close to a leave's edge. */
export const momentsOf = (person: Rhythm): fc.Arbitrary<Date> =>
  person.leaves.length === 0
    ? moments
    : fc.oneof(
        moments,
        fc
          .tuple(fc.constantFrom(...person.leaves), fc.integer({ min: -72, max: 72 }))
          .map(([leave, h]) => new Date(Date.parse(`${leave.first}T00:00:00Z`) + h * 3_600_000)),
      )

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, civilDay, civilMinute, weekdayOf, type CivilDay } from './civil-day.ts'
import {
  calendars,
  moments,
  momentsOf,
  office2026,
  officeWith,
  people,
  rhythm,
  zones,
} from './fixture.ts'
import { indonesia2026 } from './indonesia-2026.ts'
import { leaveOn } from './leave.ts'
import { RAMADAN_HOURS } from './open-hours.ts'
import {
  dayCloses,
  isOpen,
  nextDayTeachingMoment,
  nextOpenMoment,
  nextTeachingMoment,
  previousTeachingMoment,
} from './teaching-moment.ts'
import { hoursOn, type WorkCalendar } from './work-calendar.ts'

const makassar = rhythm()
const DAY = 24 * 3_600_000

describe('the calendar of an office', () => {
  it('teaches on the working day at the hour', () => {
    const monday = new Date('2026-11-23T00:59:00Z')
    expect(nextTeachingMoment(makassar, office2026, monday).toISOString()).toBe(
      '2026-11-23T01:00:00.000Z',
    )
  })

  it('is strictly after the moment it is asked for', () => {
    const due = new Date('2026-11-23T01:00:00Z')
    expect(nextTeachingMoment(makassar, office2026, due).toISOString()).toBe(
      '2026-11-24T01:00:00.000Z',
    )
    expect(previousTeachingMoment(makassar, office2026, due)).toEqual(due)
  })

  it('passes over the weekend, there and back', () => {
    const friday = new Date('2026-11-27T02:00:00Z')
    const monday = nextTeachingMoment(makassar, office2026, friday)
    expect(monday.toISOString()).toBe('2026-11-30T01:00:00.000Z')
    const before = new Date(monday.getTime() - 1)
    expect(previousTeachingMoment(makassar, office2026, before).toISOString()).toBe(
      '2026-11-27T01:00:00.000Z',
    )
  })

  it('passes over Idul Fitri 2026 with its collective leave: from 17 to 25 March', () => {
    const before = new Date('2026-03-17T02:00:00Z')
    expect(nextTeachingMoment(makassar, office2026, before).toISOString()).toBe(
      '2026-03-25T01:00:00.000Z',
    )
  })

  it('moves a lesson out of the time of Friday prayer', () => {
    const noon = rhythm({ lessonMinute: 720 })
    const thursdayEvening = new Date('2026-11-26T12:00:00Z')
    expect(nextTeachingMoment(noon, office2026, thursdayEvening).toISOString()).toBe(
      '2026-11-27T05:30:00.000Z',
    )
  })

  it('holds the joint decree of 2026: 17 holidays and 8 days of collective leave', () => {
    expect(indonesia2026.filter((day) => day.kind === 'holiday')).toHaveLength(17)
    expect(indonesia2026.filter((day) => day.kind === 'collective_leave')).toHaveLength(8)
    expect(new Set(indonesia2026.map((day) => day.day)).size).toBe(25)
  })

  /** Every day is worked, but for so many from the first of January on. */
  const closedFor = (count: number): WorkCalendar => ({
    ...officeWith(...Array.from({ length: count }, (_, i) => addCivilDays('2026-01-01', i))),
    week: { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5, 6] },
  })
  /** Midnight in Makassar between 31 December and 1 January, and the 64th day of the year. */
  const newYear = new Date('2025-12-31T16:00:00Z')
  const march = new Date('2026-03-05T02:00:00Z')

  it('finds the one day that two months leave to teach', () => {
    expect(nextTeachingMoment(makassar, closedFor(62), newYear)).toEqual(
      new Date('2026-03-04T01:00:00Z'),
    )
    expect(nextOpenMoment(makassar, closedFor(62), newYear)).toEqual(
      new Date('2026-03-03T23:00:00Z'),
    )
    const lastOff = new Date(march.getTime() - 2 * DAY)
    expect(previousTeachingMoment(makassar, closedFor(62), lastOff)).toEqual(
      new Date('2025-12-31T01:00:00Z'),
    )
  })

  it('says so when the data leave no day to teach', () => {
    const closed = closedFor(64)
    expect(() => nextTeachingMoment(makassar, closed, newYear)).toThrow(
      new RangeError('Calendar office: no working day in two months after 2026-01-01'),
    )
    expect(() => nextOpenMoment(makassar, closed, newYear)).toThrow(
      new RangeError('Calendar office: no open hour in two months after 2026-01-01'),
    )
    expect(() => previousTeachingMoment(makassar, closed, march)).toThrow(
      new RangeError('Calendar office: no working day in two months before 2026-03-05'),
    )
  })

  it('passes over a day that a zone left out', () => {
    // Samoa went from Thursday, 29 December 2011, to Saturday: that Friday was not lived.
    const apia = rhythm({ timezone: 'Pacific/Apia' })
    const friday = { ...officeWith(), week: { kind: 'weekdays', days: [5] } } as const
    const thursday = new Date('2011-12-29T20:00:00Z')
    expect(civilDay('Pacific/Apia', nextTeachingMoment(apia, friday, thursday))).toBe('2012-01-06')
    // Nor does it lend its prayer to the Saturday: noon there is noon.
    const noon = { ...apia, lessonMinute: 720 }
    const saturday = { ...officeWith(), week: { kind: 'weekdays', days: [5, 6] } } as const
    const lived = new Date('2011-12-30T22:00:00Z')
    expect(nextTeachingMoment(noon, saturday, thursday)).toEqual(lived)
  })

  it('passes over a day of which the clocks leave out all that is open', () => {
    // At two in the night of Sunday, 8 March 2026, it is three.
    const newYork = rhythm({ timezone: 'America/New_York', lessonMinute: 150 })
    const night: WorkCalendar = {
      ...officeWith(),
      week: { kind: 'weekdays', days: [0, 1] },
      hours: { begins: 120, ends: 180, prayerBegins: 0, prayerEnds: 0 },
    }
    const saturday = new Date('2026-03-07T20:00:00Z')
    const monday = new Date('2026-03-09T06:30:00Z')
    expect(nextTeachingMoment(newYork, night, saturday)).toEqual(monday)
  })
})

describe('what a person and a unit have of their own', () => {
  const thursday = new Date('2026-11-26T12:00:00Z')

  it('a six-day week teaches on Saturday, a shift on its days', () => {
    const six: WorkCalendar = {
      ...office2026,
      week: { kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] },
    }
    const friday = new Date('2026-11-27T12:00:00Z')
    expect(nextTeachingMoment(makassar, six, friday).toISOString()).toBe('2026-11-28T01:00:00.000Z')
    const works = [true, true, false, false]
    const shift: WorkCalendar = {
      ...office2026,
      week: { kind: 'cycle', anchor: '2026-11-25', works },
    }
    expect(nextTeachingMoment(makassar, shift, thursday).toISOString()).toBe(
      '2026-11-29T01:00:00.000Z',
    )
  })

  it('a leave of half a year is stepped over, however long two months are', () => {
    const away = rhythm({ leaves: [{ first: '2026-11-27', last: '2027-05-31' }] })
    expect(nextTeachingMoment(away, office2026, thursday).toISOString()).toBe(
      '2027-06-01T01:00:00.000Z',
    )
    const within = new Date('2027-03-01T00:00:00Z')
    expect(previousTeachingMoment(away, office2026, within).toISOString()).toBe(
      '2026-11-26T01:00:00.000Z',
    )
  })

  it('Ramadan begins at eight, and closes the day an hour earlier', () => {
    const fasting = { ...office2026, ramadans: [{ first: '2026-11-27', last: '2026-12-26' }] }
    const early = rhythm({ lessonMinute: 420 })
    const friday = nextTeachingMoment(early, fasting, thursday)
    expect(friday.toISOString()).toBe('2026-11-27T00:00:00.000Z')
    expect(dayCloses(early, fasting, friday).toISOString()).toBe('2026-11-27T09:00:00.000Z')
    expect(isOpen(early, fasting, new Date('2026-11-27T04:59:00Z'))).toBe(false)
    expect(isOpen(early, fasting, new Date('2026-11-27T05:00:00Z'))).toBe(true)
    expect(RAMADAN_HOURS.begins).toBe(480)
  })

  it('own hours take the place of the unit’s, and Friday’s prayer stays', () => {
    const evening = rhythm({ lessonMinute: 540, ownHours: { begins: 780, ends: 1260 } })
    expect(nextTeachingMoment(evening, office2026, new Date('2026-11-25T12:00:00Z'))).toEqual(
      new Date('2026-11-26T05:00:00Z'),
    )
    expect(nextTeachingMoment(evening, office2026, thursday)).toEqual(
      new Date('2026-11-27T05:30:00Z'),
    )
    expect(isOpen(evening, office2026, new Date('2026-11-26T12:00:00Z'))).toBe(true)
  })
})

/** What no moment may break, reckoned from the civil clock and not by the rule's own words. */
function assertTaught(person: ReturnType<typeof rhythm>, calendar: WorkCalendar, at: Date): void {
  const day = civilDay(person.timezone, at)
  const minute = civilMinute(person.timezone, at)
  expect(calendar.daysOff.has(day)).toBe(false)
  expect(leaveOn(person.leaves, day)).toBeUndefined()
  const { week } = calendar
  if (week.kind === 'weekdays') expect(week.days).toContain(weekdayOf(day))
  const hours = hoursOn(person, calendar, day)
  expect(minute).toBeGreaterThanOrEqual(hours.begins)
  expect(minute).toBeLessThan(hours.ends)
  if (weekdayOf(day) === 5) {
    expect(minute >= hours.prayerBegins && minute < hours.prayerEnds).toBe(false)
  }
  expect(isOpen(person, calendar, at)).toBe(true)
}

const cases = people.chain((person) => fc.tuple(fc.constant(person), calendars, momentsOf(person)))

describe('for any person, calendar, zone and year', () => {
  it('always progresses, onto an open moment of a working day', () => {
    fc.assert(
      fc.property(cases, ([person, calendar, from]) => {
        const next = nextTeachingMoment(person, calendar, from)
        expect(next.getTime()).toBeGreaterThan(from.getTime())
        assertTaught(person, calendar, next)
      }),
      { numRuns: 400 },
    )
  })

  it('never teaches twice on one civil day', () => {
    fc.assert(
      fc.property(cases, ([person, calendar, from]) => {
        const next = nextDayTeachingMoment(person, calendar, from)
        expect(civilDay(person.timezone, next) > civilDay(person.timezone, from)).toBe(true)
        const after = nextTeachingMoment(person, calendar, next)
        expect(civilDay(person.timezone, after) > civilDay(person.timezone, next)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('leaves no teaching moment out, and goes back the way it came', () => {
    fc.assert(
      fc.property(cases, ([person, calendar, from]) => {
        const next = nextTeachingMoment(person, calendar, from)
        expect(previousTeachingMoment(person, calendar, next)).toEqual(next)
        const before = previousTeachingMoment(person, calendar, new Date(next.getTime() - 1))
        expect(before.getTime()).toBeLessThanOrEqual(from.getTime())
        assertTaught(person, calendar, before)
        expect(nextTeachingMoment(person, calendar, before)).toEqual(next)
      }),
      { numRuns: 400 },
    )
  })

  it('never teaches twice on a civil day that was lived, whatever zones were travelled', () => {
    const journeys = fc.array(fc.tuple(zones, fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(cases, journeys, ([person, calendar, from], journey) => {
        let now = from
        let taughtOn: CivilDay | null = null
        const taught: CivilDay[] = []
        for (const [timezone, hoursThere] of journey) {
          const there = { ...person, timezone }
          const leaves = new Date(now.getTime() + hoursThere * 3_600_000)
          let next = nextTeachingMoment(there, calendar, now, taughtOn)
          for (; next <= leaves; next = nextTeachingMoment(there, calendar, next, taughtOn)) {
            assertTaught(there, calendar, next)
            taughtOn = civilDay(timezone, next)
            taught.push(taughtOn)
          }
          now = leaves
        }
        expect(new Set(taught).size).toBe(taught.length)
        expect(taught.toSorted()).toEqual(taught)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a change of zone', () => {
  const jayapura = rhythm({ timezone: 'Asia/Jayapura' })

  it('Makassar to Jayapura and back: one lesson a day', () => {
    const taught = new Date('2026-11-23T01:00:00Z')
    const onMonday = '2026-11-23'
    const there = nextTeachingMoment(jayapura, office2026, taught, onMonday)
    expect(there.toISOString()).toBe('2026-11-24T00:00:00.000Z')
    // Nine in Jayapura is eight in Makassar: back there within the hour, nine comes once more.
    const back = nextTeachingMoment(makassar, office2026, there, '2026-11-24')
    expect(back.toISOString()).toBe('2026-11-25T01:00:00.000Z')
  })

  it('who lives a day twice by flying west over the date line is taught on it once', () => {
    const taught = new Date('2026-11-23T19:00:00Z')
    expect(civilDay('Pacific/Kiritimati', taught)).toBe('2026-11-24')
    const honolulu = rhythm({ timezone: 'Pacific/Honolulu' })
    expect(nextTeachingMoment(honolulu, office2026, taught, '2026-11-24').toISOString()).toBe(
      '2026-11-25T19:00:00.000Z',
    )
    fc.assert(
      fc.property(moments, (now) => {
        const next = nextTeachingMoment(honolulu, office2026, now, '2026-11-24')
        expect(civilDay('Pacific/Honolulu', next) > '2026-11-24').toBe(true)
      }),
    )
  })
})

describe('when the open hours begin again', () => {
  it('is open, and the quarters of an hour of the day before it are not', () => {
    fc.assert(
      fc.property(people, calendars, moments, (person, calendar, from) => {
        const working = { ...person, leaves: [] }
        const next = nextOpenMoment(working, calendar, from)
        expect(next.getTime()).toBeGreaterThan(from.getTime())
        expect(isOpen(working, calendar, next)).toBe(true)
        if (isOpen(working, calendar, from)) return
        for (let quarter = 1; quarter <= 96; quarter++) {
          const at = new Date(next.getTime() - quarter * 900_000)
          if (at < from) return
          expect([at, isOpen(working, calendar, at)]).toEqual([at, false])
        }
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    ['early in the morning', '2026-11-26T22:59:59Z', '2026-11-26T23:00:00Z'],
    ['as the hours begin', '2026-11-26T23:00:00Z', '2026-11-29T23:00:00Z'],
    ['in the morning of a Friday', '2026-11-27T02:00:00Z', '2026-11-29T23:00:00Z'],
    ['in Friday’s prayer', '2026-11-27T04:00:00Z', '2026-11-27T05:30:00Z'],
    ['as prayer ends', '2026-11-27T05:30:00Z', '2026-11-29T23:00:00Z'],
    ['within the hours of another day', '2026-11-26T04:00:00Z', '2026-11-26T23:00:00Z'],
  ])('from %s it is the next hour that opens', (_name, from, next) => {
    expect(nextOpenMoment(makassar, office2026, new Date(from))).toEqual(new Date(next))
  })

  it('is the next working morning after the closing hour, also over a weekend', () => {
    const friday = new Date('2026-11-27T09:00:00Z')
    const { begins } = hoursOn(makassar, office2026, '2026-11-30')
    const next = nextOpenMoment(makassar, office2026, friday)
    expect([civilDay(makassar.timezone, next), civilMinute(makassar.timezone, next)]).toEqual([
      '2026-11-30',
      begins,
    ])
  })
})

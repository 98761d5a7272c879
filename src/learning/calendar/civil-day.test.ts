import { TZDate } from '@date-fns/tz'
import { addDays } from 'date-fns/addDays'
import { formatISO } from 'date-fns/formatISO'
import { getDay } from 'date-fns/getDay'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCivilDays,
  civilDay,
  civilMinute,
  createOffsets,
  daysBetween,
  momentOf,
  weekdayOf,
} from './civil-day.ts'

const moments = fc.date({
  min: new Date('1990-01-01T00:00:00Z'),
  max: new Date('2090-12-31T00:00:00Z'),
  noInvalidDate: true,
})

it('days are counted as date-fns counts them in UTC, over ends of years and leap days', () => {
  fc.assert(
    fc.property(moments, fc.integer({ min: -4000, max: 4000 }), (moment, count) => {
      const day = civilDay('UTC', moment)
      const theirs = addDays(new TZDate(moment, 'UTC'), count)
      const moved = addCivilDays(day, count)
      expect(moved).toBe(formatISO(theirs, { representation: 'date' }))
      expect(weekdayOf(moved)).toBe(getDay(theirs))
      expect(daysBetween(day, moved)).toBe(count)
    }),
  )
})

it('the day after the last one that a leave without an end names is a day of five digits', () => {
  expect(addCivilDays('9999-12-31', 1)).toBe('10000-01-01')
  expect(addCivilDays('2028-02-28', 1)).toBe('2028-02-29')
})

it('day and minute of a moment are those of date-fns, in every zone, when clocks change too', () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', '+08:00']
  const zone = fc.constantFrom(...zones)
  // Clocks are changed on Sundays in the night, more often than not.
  const change = fc
    .tuple(fc.integer({ min: 1044, max: 6310 }), fc.integer({ min: 0, max: 1440 }))
    .map(([week, minute]) => new Date((week * 7 + 3) * 24 * 3600_000 + minute * 60_000 + 59_999))
  fc.assert(
    fc.property(zone, fc.oneof(moments, change), (timezone, moment) => {
      const theirs = new TZDate(moment, timezone)
      expect(civilDay(timezone, moment)).toBe(formatISO(theirs, { representation: 'date' }))
      expect(civilMinute(timezone, moment)).toBe(theirs.getHours() * 60 + theirs.getMinutes())
    }),
    { numRuns: 500 },
  )
})

it.each([
  ['Asia/Makassar', '2026-11-23', 0, '2026-11-22T16:00:00.000Z'],
  ['Asia/Makassar', '2026-11-23', 545, '2026-11-23T01:05:00.000Z'],
  // Midnight at the end of a day, a month and a year.
  ['Asia/Makassar', '2026-12-31', 1440, '2026-12-31T16:00:00.000Z'],
  ['America/New_York', '2026-03-07', 150, '2026-03-07T07:30:00.000Z'],
  // In the night in which the clocks go forward there is no half past two; it is half past three.
  ['America/New_York', '2026-03-08', 150, '2026-03-08T07:30:00.000Z'],
  ['America/New_York', '2026-03-09', 150, '2026-03-09T06:30:00.000Z'],
])('in %s, on %s, minute %i is %s', (zone, day, minute, moment) => {
  expect(momentOf(zone, day, minute).toISOString()).toBe(moment)
})

it('a moment is found again from its day and minute, where no clock is changed', () => {
  const zone = fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'Asia/Kathmandu', 'UTC')
  const whole = moments.map((moment) => new Date(moment.getTime() - (moment.getTime() % 60_000)))
  fc.assert(
    fc.property(zone, whole, (timezone, moment) => {
      const day = civilDay(timezone, moment)
      expect(momentOf(timezone, day, civilMinute(timezone, moment))).toEqual(moment)
    }),
  )
})

describe('offsets of zones', () => {
  const at = (minute: number, second = 0): Date => new Date((minute * 60 + second) * 1000)
  function counted(most: number) {
    const asked: string[] = []
    const offset = createOffsets((timezone, moment) => {
      asked.push(`${timezone} ${moment.getTime() / 60_000}`)
      return asked.length
    }, most)
    return { asked, offset }
  }

  it('are asked for once a minute and zone', () => {
    const { asked, offset } = counted(10)
    expect([offset('UTC', at(1)), offset('UTC', at(1, 59)), offset('UTC', at(1))]).toEqual([
      1, 1, 1,
    ])
    expect([offset('UTC', at(2)), offset('Asia/Makassar', at(2))]).toEqual([2, 3])
    expect(asked).toEqual(['UTC 1', 'UTC 2', 'Asia/Makassar 2'])
  })

  it('are remembered up to so many, and then forgotten', () => {
    const { asked, offset } = counted(2)
    for (const minute of [1, 2, 1, 2, 3, 3, 1, 3]) offset('UTC', at(minute))
    expect(asked).toEqual(['UTC 1', 'UTC 2', 'UTC 3', 'UTC 1'])
  })
})

it('a zone or a moment that does not exist is an error', () => {
  expect(() => civilDay('Mars/Olympus', new Date(0))).toThrow(RangeError)
  expect(() => civilDay('Asia/Makassar', new Date(Number.NaN))).toThrow(
    'No moment of any zone that exists',
  )
})

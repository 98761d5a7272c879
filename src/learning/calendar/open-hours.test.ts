import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  allowedIn,
  faultOfHours,
  faultOfOwnHours,
  formatSpan,
  ORDINARY_HOURS,
  parseSpan,
  RAMADAN_HOURS,
  withOwn,
} from './open-hours.ts'

it('holds what the defaults say', () => {
  expect(faultOfHours(ORDINARY_HOURS)).toBeUndefined()
  expect(faultOfHours(RAMADAN_HOURS)).toBeUndefined()
  expect(formatSpan(ORDINARY_HOURS)).toBe('07.00-18.00')
  expect(formatSpan(RAMADAN_HOURS)).toBe('08.00-17.00')
})

it.each([
  ['an hour of 25:61', { begins: 420, ends: 1561 }, 'no_such_minute'],
  ['half a minute', { begins: 420.5, ends: 1080 }, 'no_such_minute'],
  ['less than nothing', { begins: -1, ends: 1080 }, 'no_such_minute'],
  ['an end before the beginning', { begins: 1080, ends: 420 }, 'ends_before_it_begins'],
  ['no time at all', { begins: 420, ends: 420 }, 'ends_before_it_begins'],
  ['half an hour', { begins: 420, ends: 450 }, 'too_little_open'],
])('refuses %s', (_, hours, fault) => {
  expect(faultOfOwnHours(hours)).toBe(fault)
  expect(faultOfHours({ ...ORDINARY_HOURS, ...hours })).toBe(fault)
})

it('refuses a Friday that is all prayer', () => {
  expect(faultOfHours({ begins: 690, ends: 840, prayerBegins: 690, prayerEnds: 810 })).toBe(
    'too_little_open',
  )
})

it('reads and writes spans of hours', () => {
  expect(parseSpan('07.00-18.00')).toEqual({ begins: 420, ends: 1080 })
  expect(parseSpan('7:30 – 24:00')).toEqual({ begins: 450, ends: 1440 })
})

it.each(['', '07.00', '25:61-18:00', '07.00-24.01', '7-18', '07.00-12.00-18.00', 'a-b'])(
  'refuses the span %j',
  (text) => {
    expect(parseSpan(text)).toBeUndefined()
  },
)

it('gives a person’s own hours, in Ramadan only what both leave open', () => {
  const own = { begins: 780, ends: 1320 }
  expect(withOwn(ORDINARY_HOURS, null, false)).toBe(ORDINARY_HOURS)
  expect(withOwn(ORDINARY_HOURS, own, false)).toMatchObject(own)
  expect(withOwn(RAMADAN_HOURS, own, true)).toMatchObject({ begins: 780, ends: 1020 })
  const night = { begins: 1200, ends: 1320 }
  expect(withOwn(RAMADAN_HOURS, night, true)).toBe(RAMADAN_HOURS)
  const praying = { begins: 700, ends: 800 }
  expect(withOwn(ORDINARY_HOURS, praying, false)).toBe(ORDINARY_HOURS)
})

it('meets every wish inside the hours and outside prayer, and leaves an allowed one alone', () => {
  const minute = fc.integer({ min: 0, max: 1440 })
  fc.assert(
    fc.property(fc.tuple(minute, minute, minute, minute), minute, (four, wish) => {
      const [begins, ends, prayerBegins, prayerEnds] = four
      const hours = { begins, ends, prayerBegins, prayerEnds }
      fc.pre(faultOfHours(hours) === undefined)
      for (const isFriday of [true, false]) {
        const met = allowedIn(hours, isFriday, wish)
        expect(met).toBeGreaterThanOrEqual(begins)
        expect(met).toBeLessThan(ends)
        if (isFriday) expect(met >= prayerBegins && met < prayerEnds).toBe(false)
        expect(allowedIn(hours, isFriday, met)).toBe(met)
      }
    }),
  )
})

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

it('takes any hours of a day, from its first minute to its last', () => {
  expect(faultOfOwnHours({ begins: 0, ends: 1440 })).toBeUndefined()
  expect(faultOfOwnHours({ begins: 1380, ends: 1440 })).toBeUndefined()
  expect(faultOfOwnHours({ begins: 1380, ends: 1441 })).toBe('no_such_minute')
})

it('wants an hour at least, which prayer does not take away', () => {
  expect(faultOfOwnHours({ begins: 420, ends: 480 })).toBeUndefined()
  expect(faultOfOwnHours({ begins: 420, ends: 479 })).toBe('too_little_open')
  const friday = { begins: 660, ends: 840, prayerBegins: 690, prayerEnds: 810 }
  expect(faultOfHours(friday)).toBeUndefined()
  expect(faultOfHours({ ...friday, begins: 661 })).toBe('too_little_open')
  // Only what of the prayer lies within the hours takes of them.
  expect(faultOfHours({ ...friday, prayerBegins: 0, prayerEnds: 720 })).toBeUndefined()
  expect(faultOfHours({ ...friday, prayerBegins: 780, prayerEnds: 1440 })).toBeUndefined()
  expect(faultOfHours({ ...friday, prayerBegins: 0, prayerEnds: 660 })).toBeUndefined()
  expect(faultOfHours({ ...friday, prayerBegins: 720, prayerEnds: 1440 })).toBeUndefined()
  expect(faultOfHours({ ...friday, prayerBegins: 719, prayerEnds: 1440 })).toBe('too_little_open')
})

it('refuses a prayer that ends before it begins, or at no minute of the day', () => {
  expect(faultOfHours({ ...ORDINARY_HOURS, prayerBegins: 700, prayerEnds: 699 })).toBe(
    'ends_before_it_begins',
  )
  expect(faultOfHours({ ...ORDINARY_HOURS, prayerBegins: 700, prayerEnds: 700 })).toBeUndefined()
  expect(faultOfHours({ ...ORDINARY_HOURS, prayerBegins: -1 })).toBe('no_such_minute')
  expect(faultOfHours({ ...ORDINARY_HOURS, prayerEnds: 1441 })).toBe('no_such_minute')
})

it('refuses a Friday that is all prayer', () => {
  expect(faultOfHours({ begins: 690, ends: 840, prayerBegins: 690, prayerEnds: 810 })).toBe(
    'too_little_open',
  )
})

it('reads and writes spans of hours', () => {
  expect(parseSpan('07.00-18.00')).toEqual({ begins: 420, ends: 1080 })
  expect(parseSpan('7:30 – 24:00')).toEqual({ begins: 450, ends: 1440 })
  expect(parseSpan('00.00-07.59')).toEqual({ begins: 0, ends: 479 })
  expect(formatSpan({ begins: 5, ends: 1440 })).toBe('00.05-24.00')
})

it.each([
  '',
  '07.00',
  '25:61-18:00',
  '07.60-18.00',
  'pukul 07.00-18.00',
  '07.00-18.00 WIB',
  '07.00-018.00',
  '07.00-18.000',
  '07.00-18.0',
  '-18.00',
  '07.00-24.01',
  '7-18',
  '07.00-12.00-18.00',
  'a-b',
])('refuses the span %j', (text) => {
  expect(parseSpan(text)).toBeUndefined()
})

it('gives a person’s own hours, in Ramadan only what both leave open', () => {
  const own = { begins: 780, ends: 1320 }
  expect(withOwn(ORDINARY_HOURS, null, false)).toBe(ORDINARY_HOURS)
  expect(withOwn(ORDINARY_HOURS, own, false)).toMatchObject(own)
  expect(withOwn(RAMADAN_HOURS, own, true)).toMatchObject({ begins: 780, ends: 1020 })
  // Neither begins before the other, nor ends after it.
  expect(withOwn(RAMADAN_HOURS, { begins: 420, ends: 700 }, true)).toMatchObject({
    begins: 480,
    ends: 700,
  })
  const night = { begins: 1200, ends: 1320 }
  expect(withOwn(RAMADAN_HOURS, night, true)).toBe(RAMADAN_HOURS)
  // Nothing is left where one ends as the other begins, or where all of it is prayer.
  expect(withOwn(RAMADAN_HOURS, { begins: 1020, ends: 1200 }, true)).toBe(RAMADAN_HOURS)
  const praying = { begins: 690, ends: 810 }
  expect(withOwn(ORDINARY_HOURS, praying, false)).toBe(ORDINARY_HOURS)
  const little = { begins: 690, ends: 811 }
  expect(withOwn(ORDINARY_HOURS, little, false)).toEqual({ ...ORDINARY_HOURS, ...little })
})

it.each([
  ['before the hours', false, 0, 420],
  ['within them', false, 700, 700],
  ['after them', false, 1080, 1079],
  ['before prayer', true, 689, 689],
  ['as prayer begins', true, 690, 810],
  ['as prayer ends', true, 810, 810],
])('meets a wish %s', (_, isFriday, wish, met) => {
  expect(allowedIn(ORDINARY_HOURS, isFriday, wish)).toBe(met)
})

it('meets a wish before prayer where the day ends with it', () => {
  const hours = { ...ORDINARY_HOURS, ends: 810 }
  expect(allowedIn(hours, true, 750)).toBe(689)
  expect(allowedIn({ ...hours, ends: 811 }, true, 750)).toBe(810)
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

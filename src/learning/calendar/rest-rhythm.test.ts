import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCivilDays, civilDay, weekdayOf } from './civil-day.ts'
import { office, officeWith, rhythm } from './fixture.ts'
import { isRestDay, nextRestMoment } from './rest-rhythm.ts'
import { isTeachingDay } from './work-calendar.ts'

const person = rhythm()
const moment = fc.date({
  min: new Date('2025-01-01T00:00:00Z'),
  max: new Date('2030-12-31T00:00:00Z'),
  noInvalidDate: true,
})
const week = fc
  .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
  .map((days) => ({ ...office, week: { kind: 'weekdays' as const, days } }))

it('is Tuesday and Thursday in an office', () => {
  const days = Array.from({ length: 14 }, (_, i) => addCivilDays('2026-11-23', i))
  expect(days.filter((day) => isRestDay(person, office, day)).map(weekdayOf)).toEqual([2, 4, 2, 4])
})

it.each([
  ['with one day off', ['2026-11-23'], ['2026-11-25', '2026-11-27']],
  ['of three days', ['2026-11-24', '2026-11-26'], ['2026-11-23', '2026-11-27']],
  ['of two days', ['2026-11-23', '2026-11-25', '2026-11-27'], ['2026-11-24', '2026-11-26']],
  ['of one day', ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27'], ['2026-11-26']],
])('is in a week %s another two days, or fewer', (_name, off, rest) => {
  const days = Array.from({ length: 7 }, (_, i) => addCivilDays('2026-11-23', i))
  expect(days.filter((day) => isRestDay(person, officeWith(...off), day))).toEqual(rest)
})

it('counts a Sunday to the week before it', () => {
  const sundays = { ...office, week: { kind: 'weekdays' as const, days: [0, 3] } }
  expect(isRestDay(person, sundays, '2026-11-29')).toBe(true)
  expect(isRestDay(person, { ...sundays, daysOff: new Set(['2026-11-25']) }, '2026-11-29')).toBe(
    true,
  )
  const five = { ...office, week: { kind: 'weekdays' as const, days: [0, 1, 2, 3, 4] } }
  const days = Array.from({ length: 7 }, (_, i) => addCivilDays('2026-11-23', i))
  expect(days.filter((day) => isRestDay(person, five, day))).toEqual(['2026-11-24', '2026-11-26'])
})

it('comes at the lesson’s hour of the next such day, on none that had something already', () => {
  const monday = new Date('2026-11-23T00:00:00Z')
  const tuesday = new Date('2026-11-24T01:00:00Z')
  const thursday = new Date('2026-11-26T01:00:00Z')
  expect(nextRestMoment(person, office, monday)).toEqual(tuesday)
  expect(nextRestMoment(person, office, tuesday)).toEqual(thursday)
  expect(nextRestMoment(person, office, monday, '2026-11-24')).toEqual(thursday)
  expect(nextRestMoment(person, office, thursday)).toEqual(new Date('2026-12-01T01:00:00Z'))
})

it('falls on at most two days of any week, each of them a working day, and always comes', () => {
  fc.assert(
    fc.property(week, moment, (calendar, from) => {
      const next = nextRestMoment(person, calendar, from)
      expect(next.getTime()).toBeGreaterThan(from.getTime())
      expect(isTeachingDay(person, calendar, civilDay(person.timezone, next))).toBe(true)
      const monday = addCivilDays('2026-11-23', 7 * (from.getTime() % 50))
      const days = Array.from({ length: 7 }, (_, i) => addCivilDays(monday, i))
      const rest = days.filter((day) => isRestDay(person, calendar, day))
      const working = days.filter((day) => isTeachingDay(person, calendar, day))
      expect(rest).toHaveLength(Math.min(2, working.length))
    }),
  )
})

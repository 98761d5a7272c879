import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCivilDays, civilDay, weekdayOf } from './civil-day.ts'
import { office, rhythm } from './fixture.ts'
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

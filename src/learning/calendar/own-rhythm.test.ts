import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, civilDay, weekdayOf } from './civil-day.ts'
import { moments, office, officeWith, rhythm, zones } from './fixture.ts'
import { isWeeklyDay, nextLessonMoment, nextMomentAtRest } from './own-rhythm.ts'
import { isOpen } from './teaching-moment.ts'
import { isTeachingDay } from './work-calendar.ts'

const weekdays = fc.integer({ min: 1, max: 7 })
const weekOf = (day: string): string[] => {
  const monday = addCivilDays(day, -((weekdayOf(day) + 6) % 7))
  return Array.from({ length: 7 }, (_, i) => addCivilDays(monday, i))
}

describe('once a week', () => {
  const wednesday = rhythm({ weeklyOn: 3 })

  it('is the chosen day, the next working day when that is off, else the last one before', () => {
    const days = (...off: string[]) =>
      weekOf('2026-11-25').filter((day) => isWeeklyDay(wednesday, officeWith(...off), day))
    expect(days()).toEqual(['2026-11-25'])
    expect(days('2026-11-25')).toEqual(['2026-11-26'])
    expect(days('2026-11-25', '2026-11-26', '2026-11-27')).toEqual(['2026-11-24'])
    expect(days(...weekOf('2026-11-25'))).toEqual([])
  })

  it('is one day of each week that has a working day, open, and always comes', () => {
    fc.assert(
      fc.property(
        weekdays,
        zones,
        moments,
        fc.array(fc.integer({ min: 0, max: 9 })),
        (on, timezone, from, off) => {
          const person = rhythm({ weeklyOn: on, timezone })
          const start = civilDay(timezone, from)
          const calendar = officeWith(...off.map((days) => addCivilDays(start, days)))
          for (const next of [
            nextLessonMoment(person, calendar, from),
            nextMomentAtRest(person, calendar, from),
          ]) {
            expect(next.getTime()).toBeGreaterThan(from.getTime())
            expect(isOpen(person, calendar, next)).toBe(true)
            const week = weekOf(civilDay(timezone, next))
            expect(week.filter((day) => isWeeklyDay(person, calendar, day))).toEqual([
              civilDay(timezone, next),
            ])
            const after = nextLessonMoment(person, calendar, next)
            expect(week).not.toContain(civilDay(timezone, after))
          }
        },
      ),
    )
  })

  it('is each working day for whoever did not choose it', () => {
    const day = civilDay(
      'Asia/Makassar',
      nextLessonMoment(rhythm({ weeklyOn: null }), office, new Date('2026-11-23T05:00:00Z')),
    )
    expect(day).toBe('2026-11-24')
    expect(isTeachingDay(rhythm(), office, day)).toBe(true)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays, civilDay, weekdayOf } from './civil-day.ts'
import { moments, office, officeWith, rhythm, zones } from './fixture.ts'
import { bringsOn, isWeeklyDay, nextLessonMoment, nextMomentAtRest } from './own-rhythm.ts'
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

describe('what a day brings', () => {
  const week = weekOf('2026-11-25')
  const bringing = (weeklyOn: number | null | undefined, resting: boolean): string[] => {
    const person = rhythm(weeklyOn === undefined ? {} : { weeklyOn })
    // Saturday and Sunday are no teaching days, of which alone this is asked.
    return week.slice(0, 5).filter((day) => bringsOn(person, office, day, resting))
  }

  it.each([
    ['each working day a lesson', undefined, false, week.slice(0, 5)],
    ['the same for whoever went back from a week at once', null, false, week.slice(0, 5)],
    ['at rest, two days', null, true, ['2026-11-24', '2026-11-26']],
    ['once a week, one day', 4, false, ['2026-11-26']],
    ['the same at rest', 4, true, ['2026-11-26']],
    ['a Sunday that is free, the last day before it', 7, false, ['2026-11-27']],
  ])('is %s', (_name, weeklyOn, resting, days) => {
    expect(bringing(weeklyOn, resting)).toEqual(days)
  })
})

describe('the next moment', () => {
  const monday = new Date('2026-11-23T00:00:00Z')
  const at = (day: number): Date => new Date(Date.UTC(2026, 10, day, 1))

  it.each([
    ['of lessons', null, at(23), at(24)],
    ['of lessons once a week', 3, at(25), at(25)],
    ['of lessons once a week, on a day that had them', 1, at(23), at(30)],
  ])('%s lies after what was taught', (_name, weeklyOn, first, second) => {
    const person = rhythm({ weeklyOn })
    expect(nextLessonMoment(person, office, monday)).toEqual(first)
    expect(nextLessonMoment(person, office, monday, '2026-11-23')).toEqual(second)
  })

  it.each([
    ['at rest', null, at(24), at(26)],
    ['at rest once a week', 2, at(24), new Date('2026-12-01T01:00:00Z')],
  ])('%s lies after what was asked', (_name, weeklyOn, first, second) => {
    const person = rhythm({ weeklyOn })
    expect(nextMomentAtRest(person, office, monday)).toEqual(first)
    expect(nextMomentAtRest(person, office, monday, '2026-11-24')).toEqual(second)
  })
})

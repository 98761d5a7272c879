import fc from 'fast-check'
import { expect, it } from 'vitest'
import { civilDay } from './calendar/civil-day.ts'
import { office, rhythm } from './calendar/fixture.ts'
import { nextMoment, type Standing } from './next-moment.ts'

/** Monday, 23 November 2026, 08.00 and 10.00 in Makassar. */
const eight = new Date('2026-11-23T00:00:00Z')
const ten = new Date('2026-11-23T02:00:00Z')
const todayNine = new Date('2026-11-23T01:00:00Z')
const tomorrowNine = new Date('2026-11-24T01:00:00Z')
const standing: Standing = {
  ...rhythm(),
  paused: false,
  work: 'lesson',
  taughtOn: null,
}

it('is the next hour of the lesson', () => {
  expect(nextMoment(standing, office, eight)).toEqual({ kind: 'due', at: todayNine })
  expect(nextMoment(standing, office, ten)).toEqual({ kind: 'due', at: tomorrowNine })
})

it('is tomorrow for whoever had a lesson today already', () => {
  expect(nextMoment({ ...standing, taughtOn: '2026-11-23' }, office, eight)).toEqual({
    kind: 'due',
    at: tomorrowNine,
  })
})

it('lies after a leave', () => {
  const leaves = [{ first: '2026-11-23', last: '2026-11-27' }]
  expect(nextMoment({ ...standing, leaves }, office, eight)).toEqual({
    kind: 'due',
    at: new Date('2026-11-30T01:00:00Z'),
  })
})

it('is a day later for whoever was taught tomorrow’s day already, and then flew west', () => {
  expect(nextMoment({ ...standing, taughtOn: '2026-11-24' }, office, eight)).toEqual({
    kind: 'due',
    at: new Date('2026-11-25T01:00:00Z'),
  })
})

it('waits for whoever paused, without an end', () => {
  const paused = { ...standing, paused: true }
  expect(nextMoment(paused, office, eight)).toEqual({ kind: 'return', at: null })
  expect(nextMoment({ ...paused, work: 'open' }, office, eight)).toEqual({
    kind: 'open',
    at: null,
  })
})

it('is promised to nobody who has a lesson open, though the planner looks again', () => {
  expect(nextMoment({ ...standing, work: 'open' }, office, eight)).toEqual({
    kind: 'open',
    at: todayNine,
  })
})

it('is a day of reviews after the last lesson, or the return', () => {
  const rest = { ...standing, work: 'rest' } as const
  expect(nextMoment(rest, office, eight)).toEqual({ kind: 'rest', at: tomorrowNine })
  expect(nextMoment({ ...rest, paused: true }, office, eight)).toEqual({ kind: 'rest', at: null })
})

it('lies ahead, never on a day that had its lesson, and nowhere for who paused', () => {
  const moment = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2027-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  const work = fc.constantFrom('lesson', 'rest', 'open')
  fc.assert(
    fc.property(moment, fc.boolean(), work, (now, hadToday, left) => {
      const { timezone } = standing
      const taughtOn = hadToday ? civilDay(timezone, now) : null
      const who = { ...standing, work: left, taughtOn }
      expect(nextMoment({ ...who, paused: true }, office, now).at).toBeNull()
      const { at } = nextMoment(who, office, now)
      if (at === null) throw new Error('who does not pause is taught again')
      expect(at.getTime()).toBeGreaterThan(now.getTime())
      if (hadToday) expect(civilDay(timezone, at) > civilDay(timezone, now)).toBe(true)
    }),
  )
})

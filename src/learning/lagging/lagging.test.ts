import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays } from '../calendar/civil-day.ts'
import { leaveOn } from '../calendar/leave.ts'
import { isWorkingDay, layCalendar, OFFICE } from '../calendar/work-calendar.ts'
import { isBehind, laggingOf, laggingReasons, MOST_DAYS, type LaggingFacts } from './lagging.ts'

const office = layCalendar(OFFICE, [], [])
const works = (day: string): boolean => isWorkingDay(office, day)

/** Thursday; the lesson came on Monday. */
const facts: LaggingFacts = {
  today: '2026-11-26',
  dueDay: '2026-11-23',
  started: true,
  away: [],
  leaves: [],
  paused: false,
  reachable: true,
  weekly: false,
}
const lagging = (change: Partial<LaggingFacts> = {}) => laggingOf({ ...facts, ...change }, works)

describe('who lags', () => {
  it('counts whole working days without an answer: the day of the lesson, and not today', () => {
    expect(lagging()).toEqual({ reason: 'unanswered', days: 3 })
    expect(lagging({ dueDay: '2026-11-25' })).toEqual({ reason: 'unanswered', days: 1 })
    expect(lagging({ dueDay: '2026-11-26' })).toBeUndefined()
  })

  it('counts no weekend, no leave and no pause between', () => {
    expect(lagging({ dueDay: '2026-11-20' })).toEqual({ reason: 'unanswered', days: 4 })
    const away = [{ first: '2026-11-24', last: '2026-11-25' }]
    expect(lagging({ away })).toEqual({ reason: 'unanswered', days: 1 })
    expect(lagging({ dueDay: '2026-11-21', today: '2026-11-22' })).toBeUndefined()
  })

  it('tells who never began from who stopped', () => {
    expect(lagging({ started: false })).toEqual({ reason: 'unstarted', days: 3 })
    expect(lagging({ started: false, dueDay: null })).toBeUndefined()
  })

  it('names who is out of reach or on pause, whatever stands open', () => {
    expect(lagging({ reachable: false, paused: true })).toEqual({ reason: 'blocked' })
    expect(lagging({ paused: true, dueDay: null })).toEqual({ reason: 'paused' })
  })

  it('says of whoever is on leave with a lesson open until when, over leaves that touch', () => {
    const leaves = [
      { first: '2026-11-26', last: '2026-11-27' },
      { first: '2026-11-28', last: '2026-12-02' },
    ]
    expect(lagging({ leaves })).toEqual({ reason: 'away', last: '2026-12-02' })
    expect(lagging({ leaves, dueDay: null })).toBeUndefined()
    // Today's lesson may still be answered: nothing lags yet.
    expect(lagging({ leaves, dueDay: '2026-11-26' })).toBeUndefined()
    expect(lagging({ leaves, dueDay: '2026-11-25' })).toMatchObject({ reason: 'away' })
    expect(lagging({ leaves, paused: true })).toMatchObject({ reason: 'away' })
    expect(lagging({ leaves, reachable: false })).toEqual({ reason: 'blocked' })
  })

  it('gives a week to whoever has the lessons of a week at once', () => {
    expect(lagging({ weekly: true, dueDay: '2026-11-20' })).toBeUndefined()
    expect(lagging({ weekly: true, dueDay: '2026-11-19' })).toEqual({
      reason: 'unanswered',
      days: 5,
    })
  })

  it('counts two months at most', () => {
    const long = { dueDay: '2026-01-05' }
    expect(lagging(long)).toEqual({ reason: 'unanswered', days: MOST_DAYS })
    expect(lagging({ ...long, today: '2026-03-06' })).toMatchObject({ days: 44 })
    expect(lagging({ ...long, today: '2026-03-05' })).toMatchObject({ days: 43 })
  })

  it('is behind by what stands open alone', () => {
    const behind = laggingReasons.filter((reason) =>
      isBehind(
        reason === 'away'
          ? { reason, last: '2026-11-27' }
          : reason === 'unanswered' || reason === 'unstarted'
            ? { reason, days: 1 }
            : { reason },
      ),
    )
    expect(behind).toEqual(['unanswered', 'unstarted'])
    expect(isBehind(undefined)).toBe(false)
  })

  const day = fc.integer({ min: 0, max: 90 }).map((n) => addCivilDays('2026-10-01', n))
  const spans = fc.array(
    fc.tuple(day, fc.nat(20)).map(([first, n]) => ({ first, last: addCivilDays(first, n) })),
    { maxLength: 4 },
  )
  const anybody: fc.Arbitrary<LaggingFacts> = fc.record({
    today: day,
    dueDay: fc.option(day, { nil: null }),
    started: fc.boolean(),
    away: spans,
    leaves: spans,
    paused: fc.boolean(),
    reachable: fc.boolean(),
    weekly: fc.boolean(),
  })

  it('is one reason or none, and counts no day that was not worked', () => {
    fc.assert(
      fc.property(anybody, (of) => {
        const is = laggingOf(of, works)
        if (is === undefined) {
          expect(of.reachable && !(of.paused && leaveOn(of.leaves, of.today) === undefined)).toBe(
            true,
          )
          return
        }
        expect(laggingReasons).toContain(is.reason)
        if (!('days' in is)) return
        expect(is.days).toBeGreaterThan(0)
        expect(is.days).toBeLessThanOrEqual(MOST_DAYS)
        expect(of.paused || !of.reachable).toBe(false)
        expect(of.dueDay !== null && of.dueDay < of.today).toBe(true)
        const longer = laggingOf({ ...of, away: [...of.away, ...of.leaves] }, works)
        expect(longer !== undefined && 'days' in longer ? longer.days : 0).toBeLessThanOrEqual(
          is.days,
        )
      }),
    )
  })

  it('never ends by waiting: a day more of silence lags at least as long', () => {
    fc.assert(
      fc.property(anybody, (of) => {
        const now = laggingOf({ ...of, leaves: [] }, works)
        const later = laggingOf({ ...of, leaves: [], today: addCivilDays(of.today, 1) }, works)
        if (now === undefined) return
        expect(later?.reason).toBe(now.reason)
        if ('days' in now && later !== undefined && 'days' in later) {
          expect(later.days).toBeGreaterThanOrEqual(now.days)
        }
      }),
    )
  })
})

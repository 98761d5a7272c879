import { describe, expect, it } from 'vitest'
import { plan, type DueEnrolment } from './plan.ts'

const none = new Set<string>()
const nine = new Date('2026-11-23T01:00:00Z')
const due: DueEnrolment = {
  timezone: 'Asia/Makassar',
  lessonMinute: 540,
  nextDueAt: nine,
  paused: false,
  pausedUntil: null,
  reachable: true,
  hasOpenLesson: false,
  lessonsLeft: 3,
}

describe('plan', () => {
  it('delivers what is due, until the day closes, and looks again on the next working day', () => {
    expect(plan(due, none, nine)).toEqual({
      kind: 'deliver',
      cause: 'due',
      day: '2026-11-23',
      notAfter: new Date('2026-11-23T10:00:00Z'),
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('sends no new lesson while one stands unanswered', () => {
    expect(plan({ ...due, hasOpenLesson: true }, none, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('makes one catch-up of what fell into an outage of days', () => {
    const back = new Date('2026-11-26T03:00:00Z')
    expect(plan(due, none, back)).toMatchObject({
      kind: 'deliver',
      cause: 'catch_up',
      nextDueAt: new Date('2026-11-27T01:00:00Z'),
    })
  })

  it('does not catch up at night, nor on a day off', () => {
    expect(plan(due, none, new Date('2026-11-23T11:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
    expect(plan(due, new Set(['2026-11-24']), new Date('2026-11-24T02:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-25T01:00:00Z'),
    })
  })

  it('leaves in peace who paused, and knows when to return', () => {
    expect(plan({ ...due, paused: true }, none, nine)).toEqual({ kind: 'wait', nextDueAt: null })
    const pausedUntil = new Date('2026-11-27T16:00:00Z')
    expect(plan({ ...due, paused: true, pausedUntil }, none, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-30T01:00:00Z'),
    })
  })

  it('goes on with whoever’s pause is over', () => {
    const over = new Date('2026-11-22T16:00:00Z')
    expect(plan({ ...due, paused: true, pausedUntil: over }, none, nine).kind).toBe('deliver')
  })

  it('tries the unreachable again on the next working day only', () => {
    expect(plan({ ...due, reachable: false }, none, nine)).toMatchObject({ kind: 'wait' })
  })

  it('is done when no lesson is left', () => {
    expect(plan({ ...due, lessonsLeft: 0 }, none, nine)).toEqual({ kind: 'done' })
  })
})

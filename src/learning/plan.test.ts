import { describe, expect, it } from 'vitest'
import { plan, type DueLearner } from './plan.ts'

const none = new Set<string>()
const nine = new Date('2026-11-23T01:00:00Z')
const due: DueLearner = {
  timezone: 'Asia/Makassar',
  lessonMinute: 540,
  paused: false,
  pausedUntil: null,
  reachable: true,
  late: false,
  work: 'lesson',
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
    expect(plan({ ...due, work: 'open' }, none, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('makes one catch-up of what fell into an outage of days', () => {
    const back = new Date('2026-11-26T03:00:00Z')
    expect(plan({ ...due, late: true }, none, back)).toMatchObject({
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

  it('asks whoever has had every lesson on Tuesdays and Thursdays alone', () => {
    const rest = { ...due, work: 'rest' } as const
    expect(plan(rest, none, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
    expect(plan(rest, none, new Date('2026-11-24T01:00:00Z'))).toMatchObject({
      kind: 'deliver',
      day: '2026-11-24',
      nextDueAt: new Date('2026-11-26T01:00:00Z'),
    })
    const tuesdayOff = new Set(['2026-11-24'])
    expect(plan(rest, tuesdayOff, nine)).toMatchObject({
      nextDueAt: new Date('2026-11-26T01:00:00Z'),
    })
    expect(plan(rest, none, new Date('2026-11-26T11:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-12-01T01:00:00Z'),
    })
  })
})

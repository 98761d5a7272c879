import { describe, expect, it } from 'vitest'
import { office, officeWith, rhythm } from './calendar/fixture.ts'
import { plan, type DueLearner } from './plan.ts'

const nine = new Date('2026-11-23T01:00:00Z')
const due: DueLearner = {
  ...rhythm(),
  paused: false,
  reachable: true,
  late: false,
  work: 'lesson',
  taughtOn: null,
}

describe('plan', () => {
  it('delivers what is due, until the day closes, and looks again on the next working day', () => {
    expect(plan(due, office, nine)).toEqual({
      kind: 'deliver',
      cause: 'due',
      day: '2026-11-23',
      notAfter: new Date('2026-11-23T10:00:00Z'),
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('sends no new lesson while one stands unanswered', () => {
    expect(plan({ ...due, work: 'open' }, office, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
  })

  it('makes one catch-up of what fell into an outage of days', () => {
    const back = new Date('2026-11-26T03:00:00Z')
    expect(plan({ ...due, late: true }, office, back)).toMatchObject({
      kind: 'deliver',
      cause: 'catch_up',
      nextDueAt: new Date('2026-11-27T01:00:00Z'),
    })
  })

  it('does not catch up at night, nor on a day off', () => {
    expect(plan(due, office, new Date('2026-11-23T11:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
    expect(plan(due, officeWith('2026-11-24'), new Date('2026-11-24T02:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-25T01:00:00Z'),
    })
  })

  it('leaves in peace who paused, until the person returns', () => {
    expect(plan({ ...due, paused: true }, office, nine)).toEqual({ kind: 'wait', nextDueAt: null })
  })

  it('leaves in peace who is on leave, until the day after it', () => {
    const leaves = [{ first: '2026-11-20', last: '2026-11-27' }]
    expect(plan({ ...due, leaves }, office, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-30T01:00:00Z'),
    })
  })

  it('teaches nobody twice on one civil day, in whatever zone it was taught', () => {
    expect(plan({ ...due, taughtOn: '2026-11-23' }, office, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-24T01:00:00Z'),
    })
    expect(plan({ ...due, taughtOn: '2026-11-24' }, office, nine)).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-11-25T01:00:00Z'),
    })
    expect(plan({ ...due, taughtOn: '2026-11-22' }, office, nine).kind).toBe('deliver')
  })

  it('keeps the hours of Ramadan: nothing before eight, nothing after five', () => {
    const fasting = { ...office, ramadans: [{ first: '2026-11-16', last: '2026-12-15' }] }
    expect(plan(due, fasting, new Date('2026-11-22T23:30:00Z')).kind).toBe('wait')
    expect(plan(due, fasting, nine)).toMatchObject({
      kind: 'deliver',
      notAfter: new Date('2026-11-23T09:00:00Z'),
    })
    expect(plan(due, fasting, new Date('2026-11-23T09:00:00Z')).kind).toBe('wait')
  })

  it('tries the unreachable again on the next working day only', () => {
    expect(plan({ ...due, reachable: false }, office, nine)).toMatchObject({ kind: 'wait' })
  })

  it('asks whoever has had every lesson on two days a week alone', () => {
    const rest = { ...due, work: 'rest' } as const
    const tuesday = new Date('2026-11-24T01:00:00Z')
    const thursday = new Date('2026-11-26T01:00:00Z')
    expect(plan(rest, office, nine)).toEqual({ kind: 'wait', nextDueAt: tuesday })
    expect(plan(rest, office, tuesday)).toMatchObject({
      kind: 'deliver',
      day: '2026-11-24',
      nextDueAt: thursday,
    })
    expect(plan(rest, office, new Date('2026-11-26T11:00:00Z'))).toEqual({
      kind: 'wait',
      nextDueAt: new Date('2026-12-01T01:00:00Z'),
    })
    // With the Tuesday off, Wednesday is the week's second working day, and Friday its fourth.
    const off = officeWith('2026-11-24')
    expect(plan(rest, off, nine).nextDueAt).toEqual(new Date('2026-11-25T01:00:00Z'))
  })
})

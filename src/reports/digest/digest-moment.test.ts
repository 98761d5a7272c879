import { describe, expect, it } from 'vitest'
import { layCalendar, OFFICE, type Rhythm, type WorkCalendar } from '../../learning/index.ts'
import { nextDigestAt, planDigest, weekOf, type DueDigest } from './digest-moment.ts'

/** Five days, with Monday 30 November 2026 off. */
const office: WorkCalendar = {
  ...layCalendar(OFFICE, [], []),
  daysOff: new Set(['2026-11-30']),
}

const ani: Rhythm = {
  timezone: 'Asia/Makassar',
  lessonMinute: 8 * 60,
  ownHours: null,
  leaves: [],
}

/** In Makassar, in November 2026: the 23rd is a Monday. */
const at = (day: number, hour = 9, minute = 30): Date =>
  new Date(Date.UTC(2026, 10, day, hour - 8, minute))

describe('nextDigestAt', () => {
  it.each([
    ['Monday’s, in the same week', {}, at(23, 9, 29), at(23)],
    ['the next Monday’s once it has come', {}, at(16), at(23)],
    ['the first working day where Monday is off', {}, at(23), at(31)],
    [
      'the first day back from a leave in that week',
      { leaves: [{ first: '2026-11-20', last: '2026-11-24' }] },
      at(16),
      at(25),
    ],
    [
      'none in a week of leave',
      { leaves: [{ first: '2026-11-20', last: '2026-11-30' }] },
      at(16),
      at(31),
    ],
    ['not before her own hours', { ownHours: { begins: 600, ends: 960 } }, at(20), at(23, 10, 0)],
    ['by her own zone', { timezone: 'Asia/Jakarta' }, at(20), at(23, 10, 30)],
  ])('%s', (_, change, from, next) => {
    expect(nextDigestAt({ ...ani, ...change }, office, from)).toEqual(next)
  })
})

describe('planDigest', () => {
  const due = (change: Partial<DueDigest> = {}): DueDigest => ({
    ...ani,
    nextAt: at(23),
    paused: false,
    reachable: true,
    ...change,
  })
  const later = { kind: 'wait', nextAt: at(31) }

  it('sends on its day, worth sending until that closes', () => {
    const sent = { kind: 'send', notAfter: at(23, 18, 0), nextAt: at(31) }
    expect(planDigest(due(), office, at(23))).toEqual(sent)
    expect(planDigest(due(), office, at(23, 16, 0))).toEqual(sent)
  })

  it.each([
    ['once the day has closed', {}, at(23, 18, 0)],
    ['on a later day', {}, at(24)],
    ['to who has paused', { paused: true }, at(23)],
    ['to who cannot be reached', { reachable: false }, at(23)],
  ])('does not %s', (_, change, now) => {
    expect(planDigest(due(change), office, now)).toEqual(later)
  })

  it('waits for the first working day when a leave or a day off came in between', () => {
    const leaves = [{ first: '2026-11-23', last: '2026-11-23' }]
    expect(planDigest(due({ leaves }), office, at(23))).toEqual({ kind: 'wait', nextAt: at(24) })
    expect(planDigest(due({ nextAt: at(30) }), office, at(30))).toEqual(later)
  })

  it('waits for the hour of a zone that she has moved to', () => {
    const west = due({ timezone: 'Asia/Jakarta' })
    expect(planDigest(west, office, at(23))).toEqual({ kind: 'wait', nextAt: at(23, 10, 30) })
  })
})

describe('weekOf', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
  ])('%s → %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday)
  })
})

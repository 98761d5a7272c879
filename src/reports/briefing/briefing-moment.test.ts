import { describe, expect, it } from 'vitest'
import { layCalendar, OFFICE, type WorkCalendar } from '../../learning/index.ts'
import { briefingDue } from './briefing-moment.ts'

/** Five days, with Monday 30 November 2026 off. */
const office: WorkCalendar = { ...layCalendar(OFFICE, [], []), daysOff: new Set(['2026-11-30']) }

/** In Makassar, in November 2026: the 23rd is a Monday. */
const at = (day: number, hour = 9, minute = 30): Date =>
  new Date(Date.UTC(2026, 10, day, hour - 8, minute))

const budi = {
  timezone: 'Asia/Makassar',
  lessonMinute: 9 * 60,
  ownHours: null,
  leaves: [],
  since: at(1),
}

const leave = [{ first: '2026-11-20', last: '2026-11-24' }]

describe('the report for the head', () => {
  it.each([
    ['at 07.30 on Monday', {}, at(23, 7, 30)],
    ['later that day, where nothing ran at 07.30', {}, at(23, 14)],
    ['on the first working day where Monday is off', {}, at(31, 7, 30)],
    ['on the first day back from a leave', { leaves: leave }, at(25, 7, 30)],
    ['to who is an admin since that very moment', { since: at(23, 7, 30) }, at(23, 8)],
  ])('goes out %s', (_, own, now) => {
    const until = briefingDue({ ...budi, ...own }, office, now)
    expect(until?.getTime()).toBeGreaterThan(now.getTime())
  })

  it.each([
    ['before 07.30', {}, at(23, 7, 29)],
    ['on another day', {}, at(24)],
    ['on a day off', {}, at(30)],
    ['on a leave', { leaves: leave }, at(23)],
    ['once the day is closed', {}, at(23, 22)],
    ['to somebody who became an admin after it', { since: at(23, 7, 31) }, at(23)],
  ])('does not go out %s', (_, own, now) => {
    expect(briefingDue({ ...budi, ...own }, office, now)).toBeUndefined()
  })
})

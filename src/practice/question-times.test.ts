import { describe, expect, it } from 'vitest'
import { layCalendar, OFFICE, type WorkCalendar } from '../learning/index.ts'
import { heldUntil, risesAt } from './question-times.ts'

const ZONE = 'Asia/Makassar'

/** Five days, with Wednesday 25 November 2026 off. */
const office: WorkCalendar = {
  ...layCalendar(OFFICE, [], [{ first: '2027-02-08', last: '2027-03-09' }]),
  daysOff: new Set(['2026-11-25']),
}

/** In Makassar: "23 10.30" is Monday, 23 November 2026. */
const at = (text: string): Date => {
  const [day = '', hour = ''] = text.split(' ')
  return new Date(`2026-11-${day}T${hour.replace('.', ':')}:00+08:00`)
}

describe('risesAt: after a working day', () => {
  it.each([
    ['within the day, at the same minute of the next', '23 10.30', '24 10.30'],
    ['before it opens, it waits from the opening', '23 05.00', '24 07.00'],
    ['in the evening, from the next opening', '23 18.00', '26 07.00'],
    ['over a holiday', '24 10.30', '26 10.30'],
    ['on a holiday', '25 10.30', '27 07.00'],
    ['over a weekend', '20 16.00', '23 16.00'],
    ['on Saturday', '21 09.00', '24 07.00'],
    ['before midnight', '22 23.59', '24 07.00'],
    ['into Friday’s prayer: after it', '26 12.00', '27 13.30'],
    ['during Friday’s prayer, which is no end of the day', '27 12.00', '30 12.00'],
    ['in the last minute of a day', '23 17.59', '24 17.59'],
  ])('%s', (_, asked, rises) => {
    expect(risesAt(ZONE, office, at(asked))).toEqual(at(rises))
  })

  it('keeps within the shorter hours of Ramadan', () => {
    // From Friday 17.30, the last of the longer days, into Monday that closes at 17.00.
    expect(risesAt(ZONE, office, new Date('2027-02-05T17:30:00+08:00'))).toEqual(
      new Date('2027-02-08T16:59:00+08:00'),
    )
  })

  it('is by the asker’s own zone', () => {
    const jayapura = risesAt('Asia/Jayapura', office, at('23 17.30'))
    // 18.30 there: the day is over.
    expect(jayapura).toEqual(new Date('2026-11-26T07:00:00+09:00'))
  })
})

describe('heldUntil: the end of the next working day', () => {
  it.each([
    ['23 10.30', '24 18.00'],
    ['24 17.59', '26 18.00'],
    ['20 09.00', '23 18.00'],
    ['21 09.00', '23 18.00'],
  ])('%s', (taken, until) => {
    expect(heldUntil(ZONE, office, at(taken))).toEqual(at(until))
  })
})

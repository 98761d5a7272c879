import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendars, moments, office, officeWith, people, rhythm } from './fixture.ts'
import { isOpen } from './teaching-moment.ts'
import { waitingMoment } from './waiting-moment.ts'

const person = rhythm()
/** Hours of Makassar in the week of Monday, 23 November 2026. */
const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour - 8))

describe('a message that waits for open hours', () => {
  const since = at(20, 20)
  const waits = { waitsFor: 'hours', since, now: since } as const

  it('goes with the next lesson, and at once within the hours', () => {
    expect(waitingMoment(person, office, waits)).toEqual(at(23, 9))
    const within = { waitsFor: 'hours', since: at(23, 14), now: at(23, 14) } as const
    expect(waitingMoment(person, office, within)).toEqual(at(23, 14))
  })

  it('moves on when its day becomes one off, and back when it becomes a working day again', () => {
    expect(waitingMoment(person, officeWith('2026-11-23'), waits)).toEqual(at(24, 9))
    const sunday = { ...waits, now: at(22, 12) }
    expect(waitingMoment(person, officeWith('2026-11-23'), sunday)).toEqual(at(24, 9))
    expect(waitingMoment(person, office, sunday)).toEqual(at(23, 9))
  })

  it('comes at once where its moment is over by now, and the hours are open', () => {
    expect(waitingMoment(person, office, { ...waits, now: at(23, 13) })).toEqual(at(23, 13))
    expect(waitingMoment(person, office, { ...waits, now: at(23, 19) })).toEqual(at(24, 9))
  })
})

it('waits for the next lesson’s hour where it is to come with it', () => {
  const waits = { waitsFor: 'lesson', since: at(23, 14), now: at(23, 14) } as const
  expect(waitingMoment(person, office, waits)).toEqual(at(24, 9))
  expect(waitingMoment(person, officeWith('2026-11-24'), waits)).toEqual(at(25, 9))
})

it('is never in the past nor outside open hours, and no later when it is looked at again', () => {
  const waiting = fc.record({
    waitsFor: fc.constantFrom('hours' as const, 'lesson' as const),
    since: moments,
    later: fc.integer({ min: 0, max: 400 * 3600_000 }),
  })
  fc.assert(
    fc.property(people, calendars, waiting, (someone, calendar, { waitsFor, since, later }) => {
      const now = new Date(since.getTime() + later)
      const options = { waitsFor, since, now }
      let moment: Date
      try {
        moment = waitingMoment(someone, calendar, options)
      } catch (error) {
        // A calendar without a working day in two months is refused where it is made.
        expect(error).toBeInstanceOf(RangeError)
        return
      }
      expect(moment.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(isOpen(someone, calendar, moment)).toBe(true)
      // Looked at again before it, it is the same, or sooner where hours have opened meanwhile.
      const between = new Date(now.getTime() + (moment.getTime() - now.getTime()) / 2)
      const again = waitingMoment(someone, calendar, { waitsFor, since, now: between })
      expect(again.getTime()).toBeLessThanOrEqual(moment.getTime())
      if (later === 0) expect(again).toEqual(moment)
    }),
  )
})

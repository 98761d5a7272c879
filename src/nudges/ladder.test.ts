import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDay, isOpen, layCalendar, OFFICE } from '../learning/index.ts'
import { anyHistory, live, type History } from './fixture.ts'
import {
  firstNudgeAt,
  nextNudgeAt,
  planNudge,
  renewedNudgeAt,
  rungs,
  type DueNudge,
} from './ladder.ts'

const office = layCalendar(OFFICE, [], [])
const makassar = {
  timezone: 'Asia/Makassar',
  lessonMinute: 540,
  ownHours: null,
  leaves: [],
}
const nine = new Date('2026-11-23T01:00:00Z')
const two = new Date('2026-11-23T06:00:00Z')
const twoOn = (day: number): Date => new Date(Date.UTC(2026, 10, day, 6))
const due: DueNudge = {
  ...makassar,
  paused: false,
  reachable: true,
  unreminded: false,
  delivered: true,
  justHere: false,
  climbed: 0,
  nudgedOn: null,
}

describe('when a reminder comes', () => {
  it('five hours after the lesson, on the same day', () => {
    expect(firstNudgeAt(makassar, office, nine)).toEqual(two)
  })

  it('on the next working day when the lesson came too late', () => {
    const late = new Date('2026-11-23T09:00:00Z')
    expect(firstNudgeAt(makassar, office, late)).toEqual(twoOn(24))
    const saturday = new Date('2026-11-28T02:00:00Z')
    expect(firstNudgeAt(makassar, office, saturday)).toEqual(twoOn(30))
  })

  it('with two hours to read a lesson that came late', () => {
    const twelve = new Date('2026-11-23T04:00:00Z')
    expect(firstNudgeAt(makassar, office, twelve)).toEqual(two)
    const aMinuteLater = new Date('2026-11-23T04:01:00Z')
    expect(firstNudgeAt(makassar, office, aMinuteLater)).toEqual(twoOn(24))
  })

  it('with time to answer before the day closes', () => {
    expect(firstNudgeAt({ ...makassar, lessonMinute: 900 }, office, nine)).toEqual(
      new Date('2026-11-23T08:30:00Z'),
    )
  })

  it('over the weekend, and so many working days later as the step wants', () => {
    const friday = new Date('2026-11-27T06:00:00Z')
    expect(nextNudgeAt(makassar, office, friday)).toEqual(twoOn(30))
    expect(nextNudgeAt(makassar, office, friday, 2)).toEqual(new Date('2026-12-01T06:00:00Z'))
  })

  it('of a week’s bundle: on the second working day, and then a week later each', () => {
    const weekly = { ...makassar, weeklyOn: 1 }
    expect(firstNudgeAt(weekly, office, nine)).toEqual(twoOn(25))
    expect(nextNudgeAt(weekly, office, twoOn(25), 2)).toEqual(new Date('2026-12-02T06:00:00Z'))
  })

  it('earlier in Ramadan, which closes the day earlier', () => {
    const fasting = { ...office, ramadans: [{ first: '2026-11-16', last: '2026-12-15' }] }
    const afternoon = { ...makassar, lessonMinute: 780 }
    expect(firstNudgeAt(afternoon, fasting, nine)).toEqual(new Date('2026-11-23T07:30:00Z'))
  })

  it('after a change of calendar not before its step has come', () => {
    const lesson = { dueAt: nine, nudgedOn: '2026-11-24', climbed: 2, now: twoOn(24) }
    expect(renewedNudgeAt(makassar, office, lesson)).toEqual(twoOn(26))
    const later = { ...lesson, now: new Date('2026-11-26T07:00:00Z') }
    expect(renewedNudgeAt(makassar, office, later)).toEqual(twoOn(27))
  })
})

describe('the ladder', () => {
  it('goes up on the first, the second and the fourth working day, and pauses on the next', () => {
    const steps = [
      [0, 23, 24],
      [1, 24, 26],
      [2, 26, 27],
      [3, 27, 30],
    ] as const
    for (const [climbed, day, next] of steps) {
      expect(planNudge({ ...due, climbed }, office, twoOn(day))).toEqual({
        kind: 'climb',
        place: climbed + 1,
        nextAt: twoOn(next),
      })
    }
    expect(planNudge({ ...due, climbed: 4 }, office, twoOn(30)).kind).toBe('wait')
  })

  it.each([
    { paused: true },
    { reachable: false },
    { delivered: false },
    { unreminded: true },
    { justHere: true },
    { nudgedOn: '2026-11-23' },
  ])('leaves in peace: %o', (change) => {
    expect(planNudge({ ...due, ...change }, office, two)).toEqual({
      kind: 'wait',
      nextAt: twoOn(24),
    })
  })

  it('never goes at night: what was due during an outage waits', () => {
    const night = new Date('2026-11-23T14:00:00Z')
    expect(planNudge(due, office, night)).toEqual({ kind: 'wait', nextAt: twoOn(24) })
  })

  it('waits for the end of prayer on a Friday', () => {
    const early = { ...due, lessonMinute: 420 }
    expect(planNudge(early, office, new Date('2026-11-27T04:30:00Z'))).toEqual({
      kind: 'wait',
      nextAt: new Date('2026-11-27T05:30:00Z'),
    })
  })

  it('waits for the end of a leave', () => {
    const away = { ...due, leaves: [{ first: '2026-11-23', last: '2026-11-25' }] }
    expect(planNudge(away, office, two)).toEqual({ kind: 'wait', nextAt: twoOn(26) })
  })
})

describe('over any history', () => {
  const lived = (check: (history: History, sent: ReturnType<typeof live>) => void): void => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        check(history, live(history))
      }),
      { numRuns: 100 },
    )
  }

  it('no two come on one day', () => {
    lived(({ person }, { steps }) => {
      const days = steps.map(({ at }) => civilDay(person.timezone, at))
      expect(new Set(days).size).toBe(days.length)
    })
  })

  it('none comes in quiet hours, on a day off, on leave, on pause, or to whoever wishes none', () => {
    lived(({ person, calendar }, { steps }) => {
      for (const { at, paused, unreminded } of steps) {
        expect([isOpen(person, calendar, at), paused, unreminded]).toEqual([true, false, false])
      }
    })
  })

  it('none comes after the answer, nor within two hours of a word or a tap', () => {
    lived((history, { steps }) => {
      for (const { at } of steps) {
        expect(history.answeredAt === null || at < history.answeredAt).toBe(true)
        for (const reply of history.replies) {
          const ago = at.getTime() - reply.getTime()
          expect(ago < 0 || ago >= 2 * 3600_000).toBe(true)
        }
      }
    })
  })

  it('ends always: with the pause, at most one ladder for each time that the person came', () => {
    lived((history, { steps, left }) => {
      expect(steps.length).toBeLessThanOrEqual(rungs.length * (history.replies.length + 1))
      // Whoever is left with a lesson open was paused, wished for silence, or stands on the ladder still.
      expect(left.kind).toBe('wait')
    })
  })

  it('steps come in their order, and begin anew only after a reply', () => {
    lived((history, { steps }) => {
      for (const [i, step] of steps.entries()) {
        const before = steps[i - 1]
        if (before === undefined) expect(step.place).toBe(1)
        else {
          const replied = history.replies.some((reply) => reply >= before.at && reply < step.at)
          expect(step.place).toBe(replied ? 1 : before.place + 1)
        }
      }
    })
  })
})

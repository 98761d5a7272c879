import { expect, it } from 'vitest'
import { layCalendar, OFFICE } from '../learning/index.ts'
import { firstNudgeAt, MAX_STEPS, nextNudgeAt, planNudge, type DueNudge } from './nudge-rule.ts'

const office = layCalendar(OFFICE, [], [])
const makassar = {
  timezone: 'Asia/Makassar',
  lessonMinute: 540,
  ownHours: null,
  leaves: [],
}
const nine = new Date('2026-11-23T01:00:00Z')
const two = new Date('2026-11-23T06:00:00Z')
const due: DueNudge = { ...makassar, paused: false, reachable: true, delivered: true, steps: 0 }

it('reminds five hours after the lesson, on the same day', () => {
  expect(firstNudgeAt(makassar, office, nine)).toEqual(two)
})

it('waits for the next working day when the lesson came too late', () => {
  const late = new Date('2026-11-23T09:00:00Z')
  expect(firstNudgeAt(makassar, office, late)).toEqual(new Date('2026-11-24T06:00:00Z'))
  const saturday = new Date('2026-11-28T02:00:00Z')
  expect(firstNudgeAt(makassar, office, saturday)).toEqual(new Date('2026-11-30T06:00:00Z'))
})

it('leaves two hours to read a lesson that came late', () => {
  const twelve = new Date('2026-11-23T04:00:00Z')
  expect(firstNudgeAt(makassar, office, twelve)).toEqual(two)
  const aMinuteLater = new Date('2026-11-23T04:01:00Z')
  expect(firstNudgeAt(makassar, office, aMinuteLater)).toEqual(new Date('2026-11-24T06:00:00Z'))
})

it('leaves time to answer before the day closes', () => {
  expect(firstNudgeAt({ ...makassar, lessonMinute: 900 }, office, nine)).toEqual(
    new Date('2026-11-23T08:30:00Z'),
  )
})

it('goes once a working day, over the weekend', () => {
  expect(nextNudgeAt(makassar, office, new Date('2026-11-27T06:00:00Z'))).toEqual(
    new Date('2026-11-30T06:00:00Z'),
  )
})

it('reminds whoever has not answered, and counts the steps', () => {
  expect(planNudge(due, office, two)).toEqual({
    kind: 'remind',
    step: 1,
    nextAt: new Date('2026-11-24T06:00:00Z'),
  })
})

it.each([{ paused: true }, { reachable: false }, { delivered: false }])(
  'leaves in peace: %o',
  (change) => {
    expect(planNudge({ ...due, ...change }, office, two).kind).toBe('wait')
  },
)

it('never reminds at night: a reminder that was due during an outage waits', () => {
  const night = new Date('2026-11-23T14:00:00Z')
  expect(planNudge(due, office, night)).toEqual({
    kind: 'wait',
    nextAt: new Date('2026-11-24T06:00:00Z'),
  })
})

it('waits for the end of prayer on a Friday, for a reminder that is due then', () => {
  const early = { ...due, lessonMinute: 420 }
  const praying = new Date('2026-11-27T04:30:00Z')
  expect(planNudge(early, office, praying)).toEqual({
    kind: 'wait',
    nextAt: new Date('2026-11-27T05:30:00Z'),
  })
})

it('falls silent after the last step', () => {
  expect(planNudge({ ...due, steps: MAX_STEPS - 1 }, office, two)).toMatchObject({
    kind: 'remind',
    nextAt: null,
  })
  expect(planNudge({ ...due, steps: MAX_STEPS }, office, two)).toEqual({
    kind: 'wait',
    nextAt: null,
  })
})

it('waits for the end of a leave', () => {
  const away = { ...due, leaves: [{ first: '2026-11-23', last: '2026-11-25' }] }
  expect(planNudge(away, office, two)).toEqual({
    kind: 'wait',
    nextAt: new Date('2026-11-26T06:00:00Z'),
  })
})

it('comes earlier in Ramadan, which closes the day earlier', () => {
  const fasting = { ...office, ramadans: [{ first: '2026-11-16', last: '2026-12-15' }] }
  const afternoon = { ...makassar, lessonMinute: 780 }
  expect(firstNudgeAt(afternoon, fasting, nine)).toEqual(new Date('2026-11-23T07:30:00Z'))
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { civilDay, civilMinute } from './civil-day.ts'
import { indonesia2026 } from './indonesia-2026.ts'
import {
  isOpen,
  isTeachingDay,
  nextDayTeachingMoment,
  nextTeachingMoment,
} from './teaching-moment.ts'

const makassar = { timezone: 'Asia/Makassar', lessonMinute: 540 }
const off2026 = new Set(indonesia2026.map((day) => day.day))

const zones = [
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]
const rhythm = fc.record({
  timezone: fc.constantFrom(...zones),
  lessonMinute: fc.integer({ min: 0, max: 1439 }),
})
const moment = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
})

it('teaches on the working day at the hour', () => {
  const monday = new Date('2026-11-23T00:59:00Z')
  expect(nextTeachingMoment(makassar, off2026, monday).toISOString()).toBe(
    '2026-11-23T01:00:00.000Z',
  )
})

it('is strictly after the moment it is asked for', () => {
  const due = new Date('2026-11-23T01:00:00Z')
  expect(nextTeachingMoment(makassar, off2026, due).toISOString()).toBe('2026-11-24T01:00:00.000Z')
})

it('passes over the weekend', () => {
  const friday = new Date('2026-11-27T02:00:00Z')
  expect(nextTeachingMoment(makassar, off2026, friday).toISOString()).toBe(
    '2026-11-30T01:00:00.000Z',
  )
})

it('passes over Idul Fitri 2026 with its collective leave: from 17 to 25 March', () => {
  const before = new Date('2026-03-17T02:00:00Z')
  expect(nextTeachingMoment(makassar, off2026, before).toISOString()).toBe(
    '2026-03-25T01:00:00.000Z',
  )
})

it('moves a lesson out of the time of Friday prayer', () => {
  const noon = { timezone: 'Asia/Makassar', lessonMinute: 720 }
  const thursdayEvening = new Date('2026-11-26T12:00:00Z')
  expect(nextTeachingMoment(noon, off2026, thursdayEvening).toISOString()).toBe(
    '2026-11-27T05:30:00.000Z',
  )
})

it('holds the joint decree of 2026: 17 holidays and 8 days of collective leave', () => {
  expect(indonesia2026.filter((day) => day.kind === 'holiday')).toHaveLength(17)
  expect(indonesia2026.filter((day) => day.kind === 'collective_leave')).toHaveLength(8)
  expect(new Set(indonesia2026.map((day) => day.day)).size).toBe(25)
})

it('always progresses, on an open moment of a teaching day, for any rhythm and moment', () => {
  fc.assert(
    fc.property(rhythm, moment, (who, from) => {
      const next = nextTeachingMoment(who, off2026, from)
      expect(next.getTime()).toBeGreaterThan(from.getTime())
      expect(isTeachingDay(civilDay(who.timezone, next), off2026)).toBe(true)
      expect(isOpen(who.timezone, off2026, next)).toBe(true)
      expect(civilMinute(who.timezone, next)).toBeGreaterThanOrEqual(420)
    }),
  )
})

it('never teaches twice on one civil day', () => {
  fc.assert(
    fc.property(rhythm, moment, (who, from) => {
      const next = nextDayTeachingMoment(who, off2026, from)
      expect(civilDay(who.timezone, next) > civilDay(who.timezone, from)).toBe(true)
      const after = nextTeachingMoment(who, off2026, next)
      expect(civilDay(who.timezone, after)).not.toBe(civilDay(who.timezone, next))
    }),
  )
})

it('says so when the data leave no day to teach', () => {
  const everyDay = new Set(
    Array.from({ length: 70 }, (_, i) =>
      new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10),
    ),
  )
  expect(() => nextTeachingMoment(makassar, everyDay, new Date('2026-01-01T00:00:00Z'))).toThrow(
    RangeError,
  )
})

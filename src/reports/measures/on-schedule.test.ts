import { describe, expect, it } from 'vitest'
import { layCalendar, OFFICE } from '../../learning/index.ts'
import { isOnSchedule, limitsOf } from './on-schedule.ts'

/** Monday, 23 November 2026, 10.00 in Makassar; the Friday before it is a day off. */
const NOW = new Date('2026-11-23T02:00:00Z')
const FRIDAY_OFF = [{ day: '2026-11-20', kind: 'holiday', calendarId: null }] as const
const calendars = new Map([[OFFICE.id, layCalendar(OFFICE, FRIDAY_OFF, [])]])
const people = { calendarId: OFFICE.id, timezone: 'Asia/Makassar', weekly: false }

describe('on schedule', () => {
  const limits = limitsOf(calendars, NOW)

  it('leaves the last working day to a lesson, and a week to those of a week', () => {
    const active = { lastActive: '2026-11-19' }
    const daily = limits(people)
    expect(isOnSchedule({ openSince: '2026-11-19', ...active }, daily)).toBe(true)
    expect(isOnSchedule({ openSince: '2026-11-18', ...active }, daily)).toBe(false)
    const weekly = limits({ ...people, weekly: true })
    expect(isOnSchedule({ openSince: '2026-11-13', ...active }, weekly)).toBe(true)
    expect(isOnSchedule({ openSince: '2026-11-12', ...active }, weekly)).toBe(false)
  })

  it('asks for an answer within ten working days', () => {
    const none = { openSince: null }
    expect(isOnSchedule({ ...none, lastActive: '2026-11-06' }, limits(people))).toBe(true)
    expect(isOnSchedule({ ...none, lastActive: '2026-11-05' }, limits(people))).toBe(false)
    expect(isOnSchedule({ ...none, lastActive: null }, limits(people))).toBe(false)
  })
})

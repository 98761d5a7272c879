import { describe, expect, it } from 'vitest'
import { monthPicture, type MonthDay } from './month-picture.ts'
import { renderPng } from './render-png.ts'

const looks = [
  'working',
  'weekend',
  'holiday',
  'collective_leave',
  'regional_holiday',
  'school_holiday',
  'own',
] as const satisfies readonly MonthDay[]

const month = (days: readonly MonthDay[], before = 0) =>
  monthPicture({
    title: 'Desember 2026',
    subtitle: 'Puskesmas <Contoh> & lain-lain'.repeat(4),
    weekdays: ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'],
    before,
    days,
    legend: [],
    note: '',
  })

/** What is drawn for one day, but for where it stands and its number. */
const lookOf = (day: MonthDay): string =>
  month([day]).svg.slice(month([]).svg.lastIndexOf('Min')).replaceAll(/>\d+</g, '><')

describe('a month as a picture', () => {
  it('is drawn, the first of the month below its weekday', async () => {
    const picture = month(
      Array.from({ length: 31 }, () => 'working'),
      6,
    )
    expect((await renderPng(picture)).length).toBeGreaterThan(1000)
    const places = [...picture.svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]+)</g)]
    const x = (text: string) => places.find(([, , words]) => words === text)?.[1]
    expect([x('1'), x('2'), x('31')]).toEqual([x('Min'), x('Sen'), x('Sel')])
  })

  it('tells kinds of days apart by more than their colour', () => {
    const shapes = looks.map((look) => lookOf(look).replaceAll(/#[0-9a-f]{6}|none/g, ''))
    const [working, weekend, ...marked] = shapes
    expect(new Set(marked).size).toBe(marked.length)
    expect(marked).not.toContain(working)
    expect(working).not.toBe(weekend)
  })
})

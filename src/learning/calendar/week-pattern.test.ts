import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addCivilDays } from './civil-day.ts'
import { FIVE_DAYS, formatWeek, parseWeek, SIX_DAYS, worksOn } from './week-pattern.ts'

const shift = { kind: 'cycle', anchor: '2026-01-05', works: [true, true, false] } as const

it('works on the days of the week', () => {
  expect(worksOn(FIVE_DAYS, '2026-11-27')).toBe(true)
  expect(worksOn(FIVE_DAYS, '2026-11-28')).toBe(false)
  expect(worksOn(SIX_DAYS, '2026-11-28')).toBe(true)
  expect(worksOn(SIX_DAYS, '2026-11-29')).toBe(false)
})

it('repeats a shift from its first day, forwards and backwards', () => {
  const around = [-4, -3, -2, -1, 0, 1, 2, 3].map((n) =>
    worksOn(shift, addCivilDays('2026-01-05', n)),
  )
  expect(around).toEqual([false, true, true, false, true, true, false, true])
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (n) => {
      const day = addCivilDays('2026-01-05', n)
      expect(worksOn(shift, day)).toBe(worksOn(shift, addCivilDays(day, 3)))
    }),
  )
})

it.each([
  ['five', FIVE_DAYS],
  [' SIX ', SIX_DAYS],
  ['fri,mon, wed,mon', { kind: 'weekdays', days: [1, 3, 5] }],
  ['2026-01-05:++-', shift],
])('reads %j', (text, week) => {
  expect(parseWeek(text)).toEqual(week)
  expect(parseWeek(formatWeek(parseWeek(text) ?? FIVE_DAYS))).toEqual(week)
})

it('writes a week by the shortest name that it has', () => {
  expect(formatWeek(FIVE_DAYS)).toBe('five')
  expect(formatWeek({ kind: 'weekdays', days: [1, 2, 3, 4, 5, 6] })).toBe('six')
  expect(formatWeek({ kind: 'weekdays', days: [0, 6] })).toBe('sun,sat')
  expect(formatWeek(shift)).toBe('2026-01-05:++-')
})

it('takes a shift of four weeks', () => {
  const signs = '+'.repeat(28)
  expect(parseWeek(`2026-01-05:${signs}`)).toMatchObject({ works: signs.split('').map(() => true) })
})

it.each([
  '',
  'dari 2026-01-05:++-',
  '2026-01-05:++-x',
  '2026-01-05:++-\n2026-01-05:++-',
  'seven',
  'mon,',
  'mon,senin',
  '2026-01-05:',
  '2026-01-05:---',
  '2026-02-30:+-',
  '2026-13-01:+',
  `2026-01-05:${'+'.repeat(29)}`,
])('refuses %j', (text) => {
  expect(parseWeek(text)).toBeUndefined()
})

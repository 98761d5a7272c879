import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBeside, parseHour, parseQuiet, quietBeside } from './clock-text.ts'

it.each([
  ['10.30', 630],
  ['10:30', 630],
  ['7', 420],
  ['pukul 09.00', 540],
  ['17:59', 1079],
  ['18.00', 1080],
  ['0', 0],
  ['24.00', undefined],
  ['25:61', undefined],
  ['10.75', undefined],
  ['pagi', undefined],
  ['-7', undefined],
])('reads the hour "%s" as minute %s', (text, minute) => {
  expect(parseHour(text)).toBe(minute)
})

it.each([
  ['20.00-06.00', { from: 1200, until: 360 }],
  ['20–6', { from: 1200, until: 360 }],
  ['dari 20.00 sampai 06.00', { from: 1200, until: 360 }],
  ['8 s.d. 17', { from: 480, until: 1020 }],
  ['20:00 to 24:00', { from: 1200, until: 0 }],
  ['20.00-25.61', undefined],
  ['20.00', undefined],
  ['1-2-3', undefined],
])('reads the quiet hours "%s"', (text, quiet) => {
  expect(parseQuiet(text)).toEqual(quiet)
})

describe('the hours that are open', () => {
  it.each([
    [
      { from: 1200, until: 360 },
      { begins: 360, ends: 1200 },
    ],
    [
      { from: 1200, until: 0 },
      { begins: 0, ends: 1200 },
    ],
    [
      { from: 0, until: 420 },
      { begins: 420, ends: 1440 },
    ],
    [{ from: 720, until: 780 }, undefined],
    [{ from: 720, until: 720 }, undefined],
  ])('beside %o', (quiet, open) => expect(openBeside(quiet)).toEqual(open))

  it('lead back to the quiet ones', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minute, minute, (from, until) => {
        const open = openBeside({ from, until })
        fc.pre(open !== undefined)
        expect(quietBeside(open)).toEqual({ from, until })
      }),
    )
  })
})

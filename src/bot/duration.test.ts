import { expect, it } from 'vitest'
import { parseDays, parseHour } from './duration.ts'

it.each([
  ['3 hari', 3],
  ['3', 3],
  ['1 day', 1],
  ['2 minggu', 14],
  ['1 week', 7],
  [' 90 HARI ', 90],
  ['0 hari', undefined],
  ['91', undefined],
  ['13 minggu', undefined],
  ['lama', undefined],
  ['-3', undefined],
  ['', undefined],
])('reads a pause of "%s" as %s days', (text, days) => {
  expect(parseDays(text)).toBe(days)
})

it.each([
  ['10.30', 630],
  ['10:30', 630],
  ['7', 420],
  ['pukul 09.00', 540],
  ['17:59', 1079],
  ['18.00', undefined],
  ['06:59', undefined],
  ['25:61', undefined],
  ['10.75', undefined],
  ['pagi', undefined],
])('reads the hour "%s" as minute %s', (text, minute) => {
  expect(parseHour(text)).toBe(minute)
})

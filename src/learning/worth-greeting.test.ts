import { expect, it } from 'vitest'
import { worthGreeting } from './worth-greeting.ts'

const leave = (first: string, last: string) => ({ first, last })

it.each([
  ['no leave', [], undefined],
  ['two days', [leave('2026-12-01', '2026-12-02')], undefined],
  ['three days', [leave('2026-12-01', '2026-12-03')], leave('2026-12-01', '2026-12-03')],
  [
    'leaves that touch',
    [leave('2026-12-01', '2026-12-02'), leave('2026-12-03', '2026-12-03')],
    leave('2026-12-01', '2026-12-03'),
  ],
  [
    'leaves that touch, and are two days together',
    [leave('2026-12-01', '2026-12-01'), leave('2026-12-02', '2026-12-02')],
    undefined,
  ],
  [
    'the last of two',
    [leave('2026-12-01', '2026-12-04'), leave('2026-12-07', '2026-12-09')],
    leave('2026-12-07', '2026-12-09'),
  ],
  [
    'the last that is long enough',
    [leave('2026-12-01', '2026-12-04'), leave('2026-12-07', '2026-12-08')],
    leave('2026-12-01', '2026-12-04'),
  ],
  [
    'one within another',
    [leave('2026-12-01', '2026-12-09'), leave('2026-12-02', '2026-12-03')],
    leave('2026-12-01', '2026-12-09'),
  ],
  [
    'days with a gap',
    [leave('2026-12-01', '2026-12-02'), leave('2026-12-04', '2026-12-05')],
    undefined,
  ],
  ['three days, of which the first had a lesson', [leave('2026-11-30', '2026-12-02')], undefined],
  ['a leave that a lesson broke', [leave('2026-11-20', '2026-12-02')], undefined],
])('%s', (_name, leaves, expected) => {
  expect(worthGreeting(leaves, '2026-11-30')).toEqual(expected)
})

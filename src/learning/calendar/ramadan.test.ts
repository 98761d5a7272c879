import { expect, it } from 'vitest'
import { faultOfRamadan } from './ramadan.ts'

const others = [
  { first: '2030-01-06', last: '2030-02-03' },
  { first: '2032-12-04', last: '2033-01-01' },
]

it.each([
  ['2030-12-26', '2031-01-23', undefined],
  ['2030-12-26', '2031-01-24', undefined],
  ['2030-12-26', '2031-01-22', 'no_month'],
  ['2030-12-26', '2031-01-25', 'no_month'],
  ['2030-12-26', '2030-12-25', 'ends_before_it_begins'],
  ['2030-02-30', '2030-03-30', 'no_such_day'],
  ['2030-12-26', '2030-12-26', 'no_month'],
  ['2030-12', '2031-01-23', 'no_such_day'],
  ['2030-12-26', '2031-02-30', 'no_such_day'],
  ['2030-12-26', '2031-01', 'no_such_day'],
  ['2029-12-09', '2030-01-06', 'overlaps'],
  ['2029-12-08', '2030-01-05', undefined],
  ['2030-02-03', '2030-03-03', 'overlaps'],
  ['2030-02-04', '2030-03-04', undefined],
])('Ramadan from %s to %s: %s', (first, last, fault) => {
  expect(faultOfRamadan({ first, last }, others)).toBe(fault)
})

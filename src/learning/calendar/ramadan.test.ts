import { expect, it } from 'vitest'
import { faultOfRamadan } from './ramadan.ts'

const other = { first: '2030-01-06', last: '2030-02-03' }

it.each([
  ['2030-12-26', '2031-01-23', undefined],
  ['2030-12-26', '2031-01-24', undefined],
  ['2030-12-26', '2031-01-22', 'no_month'],
  ['2030-12-26', '2031-01-25', 'no_month'],
  ['2030-12-26', '2030-12-25', 'ends_before_it_begins'],
  ['2030-02-30', '2030-03-30', 'no_such_day'],
  ['2030-02-03', '2030-03-03', 'overlaps'],
])('Ramadan from %s to %s: %s', (first, last, fault) => {
  expect(faultOfRamadan({ first, last }, [other])).toBe(fault)
})

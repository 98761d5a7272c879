import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber } from './number.ts'

describe('a number', () => {
  it.each([
    ['{n}/SEDIKIT/{roman}/{year}', 1, '2026-11-24', '0001/SEDIKIT/XI/2026'],
    ['800.2.5/{n}/BKPSDM/{month}/{year}', 123, '2027-01-02', '800.2.5/0123/BKPSDM/01/2027'],
    ['{year}-{n}', 12345, '2026-09-30', '2026-12345'],
  ])('%s', (pattern, serial, day, number) => {
    expect(formatNumber(pattern, serial, day)).toBe(number)
  })

  it('differs whenever serial or year differ', () => {
    const serial = fc.integer({ min: 1, max: 99_999 })
    const year = fc.integer({ min: 2026, max: 2099 })
    const of = (n: number, y: number): string =>
      formatNumber('{n}/X/{roman}/{year}', n, `${y}-05-01`)
    fc.assert(
      fc.property(serial, serial, year, year, (a, b, y, z) => {
        expect(of(a, y) === of(b, z)).toBe(a === b && y === z)
      }),
    )
  })
})

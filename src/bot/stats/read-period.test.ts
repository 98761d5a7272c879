import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCivilDays } from '../../learning/index.ts'
import { codeOf, periodOf } from './period-code.ts'
import { readPeriod } from './read-period.ts'

const TODAY = '2026-11-24'

function read(text: string): unknown {
  const typed = readPeriod(text, TODAY)
  return typed.kind === 'read' ? [typed.rest, periodOf(typed.period, TODAY)] : typed
}

describe('a typed period', () => {
  it.each([
    ['', '', '2026-11-01', '2026-11-24'],
    ['hari ini', '', '2026-11-24', '2026-11-24'],
    ['Dinas Kesehatan minggu ini', 'Dinas Kesehatan', '2026-11-23', '2026-11-24'],
    ['this month', '', '2026-11-01', '2026-11-24'],
    ['Dinas Kesehatan semua', 'Dinas Kesehatan', '2000-01-01', '2026-11-24'],
    ['2-6 November', '', '2026-11-02', '2026-11-06'],
    ['Dinas Kesehatan 28 Okt s.d. 3 Nov', 'Dinas Kesehatan', '2026-10-28', '2026-11-03'],
    ['1 sampai 15 Desember', '', '2025-12-01', '2025-12-15'],
    // It has begun, and goes on.
    ['1-30 November', '', '2026-11-01', '2026-11-30'],
    ['1/11-15/11/2026', '', '2026-11-01', '2026-11-15'],
    ['2026-01-05 to 2026-02-01', '', '2026-01-05', '2026-02-01'],
    ['SD 3 Maros', 'SD 3 Maros', '2026-11-01', '2026-11-24'],
    ['SDN 12', 'SDN 12', '2026-11-01', '2026-11-24'],
    ['5 Oktober', '', '2026-10-05', '2026-10-05'],
  ])('"%s"', (text, rest, from, to) => {
    expect(read(text)).toEqual([rest, { from, to }])
  })

  it('that ends before it begins, or on a day that is none, is said to be so', () => {
    expect(read('15-2 November')).toEqual({
      kind: 'turned',
      period: { from: '2026-11-15', to: '2026-11-02' },
    })
    expect(read('1-31 November')).toEqual({ kind: 'no-such-day', typed: '31 November' })
    expect(read('2026-13-01')).toEqual({ kind: 'no-such-day', typed: '2026-13-01' })
  })

  it('fits into a button and comes back; a forged one is none', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(900), (first, length) => {
        const from = addCivilDays('2026-01-01', first)
        const period = { from, to: addCivilDays(from, length) }
        expect(periodOf(codeOf(period), TODAY)).toEqual(period)
      }),
    )
    for (const code of ['', 'x', '261101', '261301261302', '261102261101']) {
      expect(periodOf(code, TODAY)).toBeUndefined()
    }
  })

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readPeriod(text, TODAY).kind).toBeTypeOf('string')
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysOf, periodBefore, readAsked } from './read-asked.ts'

const TODAY = '2026-11-25'

describe('what a view is asked with', () => {
  it('is the last 28 days of everything where nothing is said', () => {
    const nothing = {
      unitId: undefined,
      period: { from: '2026-10-29', to: TODAY },
      chosen: false,
      trackId: undefined,
      state: undefined,
      search: '',
      page: 1,
    }
    expect(readAsked('/dasbor/data/overview', TODAY)).toEqual(nothing)
    // Fields of a form that were left empty.
    expect(readAsked('/x?unit=&from=&to=&track=&state=&search=', TODAY)).toEqual(nothing)
  })

  it('is read as it was chosen', () => {
    expect(
      readAsked(
        '/x?unit=u&from=2026-11-01&to=2026-11-01&track=t&state=lagging&search=%20a%2Bb?%20&page=12',
        TODAY,
      ),
    ).toEqual({
      unitId: 'u',
      period: { from: '2026-11-01', to: '2026-11-01' },
      chosen: true,
      trackId: 't',
      state: 'lagging',
      search: 'a+b?',
      page: 12,
    })
  })

  it('is set against the period of the same length right before', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-01-29',
      to: '2026-02-28',
    })
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(900), (first, length) => {
        const day = (n: number): string =>
          new Date(Date.UTC(2001, 0, 1 + n)).toISOString().slice(0, 10)
        const period = { from: day(first), to: day(first + length) }
        const before = periodBefore(period)
        expect(daysOf(before)).toBe(daysOf(period))
        expect(Date.parse(period.from) - Date.parse(before.to)).toBe(86_400_000)
      }),
    )
  })

  it('never throws, whatever stands in an address', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['object', 'function']).toContain(typeof readAsked(`/x?${text}`, TODAY))
      }),
    )
  })
})

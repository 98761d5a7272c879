import { describe, expect, it } from 'vitest'
import { readPeriod } from './read-period.ts'

const TODAY = '2026-11-29'

describe('a period in a text', () => {
  it.each([
    ['2026-11-01 2026-11-30', '2026-11-01', '2026-11-30', ''],
    ['2026-11-01..2026-11-30', '2026-11-01', '2026-11-30', ''],
    ['Rina 2026-11-01 s.d. 2026-11-30', '2026-11-01', '2026-11-30', 'Rina'],
    ['2026-11-01 sampai 2026-11-02 Dinas Contoh', '2026-11-01', '2026-11-02', 'Dinas Contoh'],
    ['2026-11-05', '2026-11-05', '2026-11-05', ''],
    ['2026-02', '2026-02-01', '2026-02-28', ''],
    ['2026-12 Rina', '2026-12-01', '2026-12-31', 'Rina'],
    ['Rina 7 hari', '2026-11-23', '2026-11-29', 'Rina'],
    ['1 day', '2026-11-29', '2026-11-29', ''],
    ['0 hari', '2026-11-29', '2026-11-29', ''],
    ['hari ini', '2026-11-29', '2026-11-29', ''],
    ['Kemarin', '2026-11-28', '2026-11-28', ''],
    ['this month', '2026-11-01', '2026-11-29', ''],
  ])('%s', (text, first, last, rest) => {
    expect(readPeriod(text, TODAY)).toEqual({ kind: 'period', period: { first, last }, rest })
  })

  it.each(['', 'Rina', 'SDN 2026', 'Dinas 7'])('none in "%s"', (text) => {
    expect(readPeriod(text, TODAY)).toEqual({ kind: 'none', rest: text })
  })

  it.each(['2026-02-30', '2026-13', '2026-11-01 2026-11-31'])('%s does not exist', (text) => {
    expect(readPeriod(text, TODAY)).toEqual({ kind: 'no_such_day' })
  })

  it('does not end before it begins', () => {
    expect(readPeriod('2026-11-30 2026-11-01', TODAY)).toEqual({ kind: 'ends_before_it_begins' })
  })
})

import { describe, expect, it } from 'vitest'
import { lineOf, peakOf, sumsOf, type LedgerRow } from './sums.ts'

const row = (mark: string, state: string, resends = 0): LedgerRow => ({ mark, state, resends })

describe('sumsOf', () => {
  it('finds nothing wrong where each row was sent and arrived once', () => {
    expect(sumsOf([row('a', 'sent'), row('b', 'sent')], ['b', 'a'])).toEqual({
      planned: 2,
      sent: 2,
      uncertain: 0,
      failed: 0,
      cancelled: 0,
      open: 0,
      received: 2,
      lost: 0,
      duplicates: 0,
      resent: 0,
      unaccounted: 0,
    })
  })

  it.each(['sent', 'pending', 'sending'])(
    'a row that is %s and did not arrive is lost',
    (state) => {
      expect(sumsOf([row('a', state)], [])).toMatchObject({ lost: 1 })
    },
  )

  it.each(['uncertain', 'failed', 'cancelled'])(
    'a row that is %s and did not arrive is owned up to',
    (state) => {
      expect(sumsOf([row('a', state)], [])).toMatchObject({ lost: 0, [state]: 1 })
    },
  )

  it('counts copies beyond the first, and what the ledger sent again', () => {
    expect(
      sumsOf(
        [row('a', 'sent', 1), row('b', 'uncertain', 1), row('c', 'sent', 1)],
        ['a', 'a', 'b', 'b', 'b', 'c'],
      ),
    ).toMatchObject({ received: 6, duplicates: 3, resent: 3, lost: 0 })
  })

  it('a message that the ledger denies or does not know is unaccounted for', () => {
    const ledger = [row('a', 'failed'), row('b', 'cancelled'), row('c', 'uncertain')]
    expect(sumsOf(ledger, ['a', 'b', 'c', 'stranger', 'stranger'])).toMatchObject({
      unaccounted: 4,
      duplicates: 1,
    })
  })

  it('counts what has not ended', () => {
    expect(sumsOf([row('a', 'pending'), row('b', 'sending')], ['b'])).toMatchObject({
      open: 2,
      lost: 1,
    })
  })
})

describe('peakOf', () => {
  it.each([
    [[], 0],
    [[5], 1],
    [[0, 999], 2],
    [[0, 1000], 1],
    [[1500, 0, 400, 1999, 1399, 999.5], 4],
  ])('of %j is %i', (moments, peak) => {
    expect(peakOf(moments)).toBe(peak)
  })

  it('what is noted at the end of a stall came at some time of it', () => {
    const stalls = [{ from: 1000, to: 1600 }]
    expect(peakOf([1601, 1602, 2300])).toBe(3)
    expect(peakOf([1601, 1602, 2300], stalls)).toBe(2)
    expect(peakOf([1601, 1602, 1900], stalls)).toBe(3)
    expect(peakOf([1700, 1701, 2300], stalls)).toBe(3)
  })
})

it('says the sums in one line', () => {
  expect(lineOf(sumsOf([row('a', 'sent')], ['a']))).toBe(
    'planned 1, sent 1, uncertain 0, failed 0, cancelled 0, open 0, received 1, lost 0, ' +
      'duplicates 0, resent 0, unaccounted 0',
  )
})

import { describe, expect, it } from 'vitest'
import { addressKey } from './address-key.ts'
import { createSpending, spend, WINDOW_MS } from './spend.ts'

describe('requests of an address', () => {
  it('are so many a minute, and the next must wait until it is over', () => {
    const most = 2
    const one = spend(undefined, { nowMs: 1000, most })
    const two = spend(one.spent, { nowMs: 2000, most })
    const three = spend(two.spent, { nowMs: 11_000, most })
    expect([one.waitMs, two.waitMs, three.waitMs]).toEqual([0, 0, 50_000])
    expect(spend(three.spent, { nowMs: 1000 + WINDOW_MS - 1, most }).waitMs).toBe(1)
    expect(spend(three.spent, { nowMs: 1000 + WINDOW_MS, most })).toEqual({
      spent: { sinceMs: 1000 + WINDOW_MS, count: 1 },
      waitMs: 0,
    })
  })

  it('are counted for each address by itself', () => {
    const ask = createSpending(1)
    expect([ask('a', 0), ask('b', 0), ask('a', 10), ask('b', 20)]).toEqual([
      0,
      0,
      WINDOW_MS - 10,
      WINDOW_MS - 20,
    ])
    expect(ask('a', WINDOW_MS)).toBe(0)
    expect(ask('a', WINDOW_MS + 1)).toBe(WINDOW_MS - 1)
  })

  it('of more addresses than are kept forget the one that came first', () => {
    const ask = createSpending(1, 2)
    for (const address of ['a', 'b', 'c']) ask(address, 0)
    expect([ask('b', 1), ask('c', 1)]).toEqual([WINDOW_MS - 1, WINDOW_MS - 1])
    expect(ask('a', 2)).toBe(0)
  })
})

describe('whose requests are counted together', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['2001:0DB8:0000:0001::5', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['1:2:3:4:5:6:7::', '1:2:3:4'],
    ['', ''],
  ])('%s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})

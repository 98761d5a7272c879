import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createThrottle } from './throttle.ts'

/** Asks at the given moments, on a clock that only waiting moves; returns when each was let go. */
async function admissions(
  perSecond: number,
  gaps: readonly number[],
  weightOf: (index: number) => number = () => 1,
): Promise<number[]> {
  let now = 0
  const throttle = createThrottle(perSecond, {
    now: () => now,
    wait: (ms) => {
      now += ms
      return Promise.resolve()
    },
  })
  const letGo: number[] = []
  for (const [index, gap] of gaps.entries()) {
    now += gap
    const weight = weightOf(index)
    await throttle.admit(weight)
    letGo.push(...Array.from({ length: weight }, () => now))
  }
  return letGo
}

test('no sliding second holds more than the limit, whatever comes when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 200 }),
      fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 20 }),
      async (perSecond, gaps, weights) => {
        const times = await admissions(perSecond, gaps, (i) =>
          Math.min(perSecond, weights[i % weights.length] ?? 1),
        )
        for (let i = perSecond; i < times.length; i++) {
          expect((times[i] ?? 0) - (times[i - perSecond] ?? 0)).toBeGreaterThanOrEqual(1000)
        }
      },
    ),
  )
})

test('what is slower than the limit is never held up', async () => {
  const times = await admissions(
    10,
    Array.from({ length: 50 }, () => 110),
  )
  expect(times).toEqual(Array.from({ length: 50 }, (_, i) => (i + 1) * 110))
})

test.each<[string, number, readonly number[], readonly number[]]>([
  ['calls one by one', 2, [1, 1, 1, 1, 1], [0, 0, 1030, 1030, 2060]],
  ['an album that does not fit any more', 3, [2, 2], [0, 0, 1030, 1030]],
  ['an album that just fits', 4, [2, 2, 1], [0, 0, 0, 0, 1030]],
  ['an album larger than a second, which goes alone', 2, [3, 1, 1], [0, 0, 0, 1030, 1030]],
])(
  'a second, and what jitter may take of it, lies between %s',
  async (_name, most, weights, at) => {
    const gaps = weights.map(() => 0)
    expect(await admissions(most, gaps, (i) => weights[i] ?? 1)).toEqual(at)
  },
)

test('a timer that rings too early lets nobody go', async () => {
  let now = 0
  const throttle = createThrottle(1, {
    now: () => now,
    wait: (ms) => {
      now += Math.min(ms, 400)
      return Promise.resolve()
    },
  })
  await throttle.admit()
  await throttle.admit()
  expect(now).toBe(1030)
})

test('calls that ask together go in the order in which they asked', async () => {
  let now = 0
  const throttle = createThrottle(2, {
    now: () => now,
    wait: (ms) => {
      now += ms
      return Promise.resolve()
    },
  })
  const order: number[] = []
  await Promise.all(
    [0, 1, 2, 3, 4].map(async (n) => {
      await throttle.admit()
      order.push(n)
    }),
  )
  expect(order).toEqual([0, 1, 2, 3, 4])
  expect(now).toBeGreaterThan(2000)
})

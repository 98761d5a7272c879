import { describe, expect, it } from 'vitest'
import { analyseItem, type ItemFigures, type OptionUse } from './analyse-item.ts'
import { question } from './fixture.ts'
import { correlationInterval, shareInterval } from './intervals.ts'
import { compareItems, difficultyOf, judgeItem } from './judge-item.ts'

const use = (key: string, people: number, upper = 0, lower = 0): OptionUse => ({
  key,
  people,
  upper,
  lower,
})

function figures(given: Partial<ItemFigures> = {}): ItemFigures {
  return {
    ...analyseItem([]),
    people: 200,
    right: 100,
    scored: 200,
    correlation: 0.35,
    group: 54,
    options: [use('a', 100), use('b', 60), use('c', 40)],
    ...given,
  }
}

const kinds = (given: Partial<ItemFigures>, tags: readonly string[] = []): string[] =>
  judgeItem(figures(given), question(tags)).map(({ kind }) => kind)

describe('judging a question', () => {
  it.each([
    [0.35, []],
    [0.2, []],
    [0.1999, ['revise']],
    [0, ['revise']],
    [-0.0001, ['check-key']],
    [null, ['revise']],
  ])('a correlation of %s is %j', (correlation, expected) => {
    expect(kinds({ correlation })).toEqual(expected)
  })

  it.each([
    [99, ['few']],
    [100, ['check-key']],
  ])('says so of %i people who can be compared: %j', (scored, expected) => {
    expect(kinds({ scored, correlation: -0.4 })).toEqual(expected)
  })

  it('names the wrong option that those prefer who know the rest', () => {
    const options = [use('a', 60, 10, 30), use('b', 80, 30, 14), use('c', 60, 14, 10)]
    expect(judgeItem(figures({ correlation: -0.2, options }), question())).toEqual([
      { kind: 'check-key', lure: 'b' },
    ])
    const none = [use('a', 60, 10, 30), use('b', 140, 14, 14)]
    expect(judgeItem(figures({ correlation: -0.2, options: none }), question())).toContainEqual({
      kind: 'check-key',
      lure: null,
    })
  })

  it('lets an easy question on a golden rule be, and no hard one', () => {
    expect(kinds({ correlation: 0.05, right: 190 }, ['data'])).toEqual([])
    expect(kinds({ correlation: null, right: 200 }, ['validitas'])).toEqual([])
    expect(kinds({ correlation: 0.05, right: 190 })).toEqual(['revise'])
    expect(kinds({ correlation: 0.05, right: 90 }, ['data'])).toEqual(['revise'])
    expect(kinds({ correlation: -0.05, right: 190 }, ['data'])).toEqual(['check-key'])
  })

  it('finds wrong options that fewer than one in a hundred take, chosen by nobody or by a slip', () => {
    const dead = (options: OptionUse[], people = 200) =>
      judgeItem(figures({ options, people }), question())
    expect(dead([use('a', 150), use('b', 50)])).toEqual([{ kind: 'dead', options: ['c'] }])
    expect(dead([use('a', 150), use('b', 49), use('c', 1)])).toEqual([
      { kind: 'dead', options: ['c'] },
    ])
    expect(dead([use('a', 150), use('b', 48), use('c', 2)])).toEqual([])
    expect(dead([use('b', 100), use('c', 100)])).toEqual([])
    expect(dead([use('a', 99)], 99)).toEqual([])
    expect(dead([use('a', 200)])).toEqual([{ kind: 'dead', options: ['b', 'c'] }])
  })

  it.each([
    [58, 'hard'],
    [60, 'medium'],
    [140, 'medium'],
    [142, 'easy'],
  ])('%i right of 200 are %s', (right, expected) => {
    expect(difficultyOf(figures({ right }))).toBe(expected)
  })

  it('knows no difficulty where nobody answered', () => {
    expect(difficultyOf(analyseItem([]))).toBeUndefined()
  })

  it('puts the worst first and what cannot be judged last', () => {
    const of = (given: Partial<ItemFigures>) => {
      const one = figures(given)
      return { figures: one, flags: judgeItem(one, question()) }
    }
    const order = [
      of({ correlation: -0.4 }),
      of({ correlation: -0.1 }),
      of({ correlation: 0.05 }),
      of({ correlation: 0.15, options: [use('a', 100), use('b', 100)] }),
      of({ correlation: 0.5, options: [use('a', 100), use('b', 100)] }),
      of({ correlation: 0.25 }),
      of({ correlation: 0.6 }),
      of({ scored: 90, correlation: -0.9 }),
      of({ scored: 10, people: 50 }),
      of({ scored: 10, people: 12 }),
    ]
    expect(order.toReversed().toSorted(compareItems)).toEqual(order)
  })
})

describe('intervals', () => {
  it('of a correlation are those of Fisher: r = 0.5 of 28 pairs lies between 0.156 and 0.736', () => {
    const [low, high] = correlationInterval(0.5, 28) ?? []
    // atanh 0.5 = 0.5493, ± 1.96 / 5.
    expect(low).toBeCloseTo(Math.tanh(0.549306 - 0.391993), 5)
    expect(high).toBeCloseTo(Math.tanh(0.549306 + 0.391993), 5)
    expect(low).toBeCloseTo(0.156, 3)
    expect(high).toBeCloseTo(0.736, 3)
    expect(correlationInterval(1, 10)).toEqual([1, 1])
    expect(correlationInterval(0.5, 3)).toBeUndefined()
  })

  it('of a share are those of Wilson: 15 of 148 lies between 0.0624 and 0.1605', () => {
    // Newcombe (1998), Statistics in Medicine 17:857-872, table I, method 3.
    const [low, high] = shareInterval(15, 148) ?? []
    expect(low).toBeCloseTo(0.0624, 4)
    expect(high).toBeCloseTo(0.1605, 4)
    expect(shareInterval(0, 20)?.[0]).toBe(0)
    expect(shareInterval(20, 20)?.[1]).toBe(1)
    expect(shareInterval(0, 0)).toBeUndefined()
  })
})

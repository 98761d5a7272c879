import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { questionOf, trackOf } from './fixture.ts'
import { warnKeyBalance } from './warn-key-balance.ts'

const track = (answers: string) =>
  trackOf(
    'guru',
    Array.from(answers).map((answer, index) => questionOf(`q${index}`, answer, ['1', '2', '3'])),
  )
const places = (a: number, b: number, c: number) =>
  warnKeyBalance(track('a'.repeat(a) + 'b'.repeat(b) + 'c'.repeat(c)))

describe('where right options stand', () => {
  it('too often in one place, too seldom in another', () => {
    const found = places(6, 3, 1)
    expect(found.map(formatWarning)).toEqual([
      'guru/track.yaml:1: warning: the right option stands in place 1 in 6 of 10 questions (60%), and 25-42% is in balance: move some right options to another letter, and their `answer` with them',
      'guru/track.yaml:1: warning: the right option stands in place 3 in 1 of 10 questions (10%), and 25-42% is in balance: move some right options to this place, and their `answer` with them',
    ])
    expect(found).toMatchObject([
      { rule: 'key-balance', measured: 60, limit: 42 },
      { rule: 'key-balance', measured: 10, limit: 25 },
    ])
  })

  it.each([
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [2, 0, 0, 3],
    [2, 1, 1, 0],
    [3, 2, 2, 0],
    [42, 33, 25, 0],
    [43, 32, 25, 1],
    [42, 34, 24, 1],
  ])('%i, %i, %i: %i', (a, b, c, count) => {
    expect(places(a, b, c)).toHaveLength(count)
  })

  it('property: a split that is as even as it can be is never warned of', () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), (n) => {
        expect(places(Math.ceil(n / 3), Math.ceil((n - 1) / 3), Math.floor(n / 3))).toEqual([])
      }),
    )
  })

  it('questions of two or four options have other shares, and are not counted', () => {
    const others = [questionOf('x', 'a', ['1', '2']), questionOf('y', 'a', ['1', '2', '3', '4'])]
    expect(warnKeyBalance(trackOf('guru', [...others, ...others]))).toEqual([])
  })
})

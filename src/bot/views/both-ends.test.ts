import { describe, expect, it } from 'vitest'
import { bothEnds } from './both-ends.ts'

describe('bothEnds', () => {
  it.each([
    [[], 4, [], undefined],
    [[1, 2, 3, 4], 4, [1, 2, 3, 4], undefined],
    [[1, 2, 3, 4, 5], 4, [1, 2, 4, 5], 2],
    [[1, 2, 3, 4, 5, 6, 7], 5, [1, 2, 3, 6, 7], 3],
  ])('%j, at most %i: %j', (list, most, shown, gap) => {
    expect(bothEnds(list, most)).toEqual({ shown, gap })
  })
})

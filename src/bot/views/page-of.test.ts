import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageOf, type Page } from './page-of.ts'

const fifteen = Array.from({ length: 15 }, (_, i) => i + 1)

describe('a page of a list', () => {
  it.each([
    [0, { first: 1, last: 8, before: undefined, after: 9 }],
    [7, { first: 1, last: 8, before: undefined, after: 9 }],
    [8, { first: 9, last: 15, before: 1, after: undefined }],
    [14, { first: 9, last: 15, before: 1, after: undefined }],
    [99, { first: 9, last: 15, before: 1, after: undefined }],
    [-1, { first: 1, last: 8, before: undefined, after: 9 }],
  ])('around %i', (index, expected) => {
    expect(pageOf(fifteen, index, 8)).toMatchObject(expected)
  })

  it('of nothing is empty', () => {
    expect(pageOf([], 0, 8)).toEqual({
      items: [],
      first: 1,
      last: 0,
      before: undefined,
      after: undefined,
    })
  })

  it('leads through the whole list by its neighbours, each item once, and back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (length, size) => {
          const list = Array.from({ length }, (_, i) => i)
          const seen: number[] = []
          for (let at: number | undefined = 0; at !== undefined;) {
            const page: Page<number> = pageOf(list, at, size)
            seen.push(...page.items)
            if (page.before !== undefined) expect(pageOf(list, page.before, size).after).toBe(at)
            at = page.after
          }
          expect(seen).toEqual(list)
        },
      ),
    )
  })
})

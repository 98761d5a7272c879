import { expect, test } from 'vitest'
import { failureOf } from './check.ts'

test.each([
  [{ looked: 3, expected: 3, problems: '' }, undefined],
  [{ looked: 5, expected: 3, problems: '' }, undefined],
  [{ looked: 3, expected: 3, problems: 'a.ts: wrong' }, 'a.ts: wrong'],
  [{ looked: 0, expected: 3, problems: '' }, 'looked at no file'],
  [{ looked: 0, expected: 0, problems: '' }, 'looked at no file'],
  [{ looked: 2, expected: 3, problems: '' }, 'looked at 2 of 3 files'],
])('%o', (findings, reason) => {
  expect(failureOf(findings)).toBe(reason)
})

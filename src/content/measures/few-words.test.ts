import { expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { fewWords } from './few-words.ts'
import { textOf } from './fixture.ts'

it('a body under 200 words, with how many it lacks', () => {
  const found = fewWords(textOf('', 180))
  expect(found.map(formatWarning)).toEqual([
    "fondasi/01-satu.md:25: warning: the body has 180 words, and 200 is the least: add 20 or more: a worked example from the reader's own work",
  ])
  expect(found).toMatchObject([{ rule: 'few-words', measured: 180, limit: 200 }])
})

it.each([
  [1, 1],
  [199, 1],
  [200, 0],
  // An error already: said once.
  [0, 0],
])('%i words: %i', (words, count) => {
  expect(fewWords(textOf('', words))).toHaveLength(count)
})

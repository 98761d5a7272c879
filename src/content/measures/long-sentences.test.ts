import { expect, it } from 'vitest'
import { formatWarning } from '../problem.ts'
import { textOf } from './fixture.ts'
import { longSentences } from './long-sentences.ts'

const sentence = (words: number) => `Kata${' kata'.repeat(words - 1)}.`

it('sentences over 25 words on average', () => {
  const found = longSentences(textOf(`${sentence(21)} ${sentence(30)}`))
  expect(found.map(formatWarning)).toEqual([
    'fondasi/01-satu.md:25: warning: a sentence has 25.5 words on average, and 25 is the most: make two of the longest, which has 30 words, and of others like it',
  ])
  expect(found).toMatchObject([{ rule: 'long-sentences', measured: 25.5, limit: 25 }])
})

it.each([
  ['25 on average, one of them longer', `${sentence(20)} ${sentence(30)}`],
  ['a long one among short ones', `${sentence(60)} ${sentence(3)} ${sentence(4)}`],
  ['nothing', ''],
])('none: %s', (_, body) => {
  expect(longSentences(textOf(body))).toEqual([])
})

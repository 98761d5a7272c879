import { describe, expect, it } from 'vitest'
import { errorWord } from './error-word.ts'

describe('why something failed', () => {
  it.each([
    ['Forbidden: bot was blocked by the user', 'Forbidden: bot was blocked by the user'],
    ['the view failed: no row of Siti Rahma', 'the view failed'],
    ['Failed query: select 1\nparams: 081234567890', 'Failed query'],
    ['Bad Request: chat 7123456789 not found', 'Bad Request: chat … not found'],
    ['one line\nSiti', 'one line'],
    ['x'.repeat(200), 'x'.repeat(80)],
    ['', ''],
  ])('%j', (reason, word) => {
    expect(errorWord(reason)).toBe(word)
  })
})

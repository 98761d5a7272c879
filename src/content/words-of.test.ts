import { expect, it } from 'vitest'
import { wordsOf } from './words-of.ts'

it('counts what is read, and neither signs nor addresses', () => {
  const body = '**Satu** dua – [tiga empat](https://contoh.id/lima-enam).\n\n- tujuh\n- 8'
  expect(wordsOf({ body })).toBe(6)
})

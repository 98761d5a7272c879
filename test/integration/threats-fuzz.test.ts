import { expect, it } from 'vitest'
import { fuzz } from '../fuzz/support/fuzz.ts'

/** The short one; the long one is `npm run fuzz`. */
const COUNT = 1500

it('survives updates of all kinds, whole and spoilt, and nobody gets what is not theirs', async () => {
  const seed = crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000_000
  console.log(`seed ${seed}; again: npm run fuzz -- --count ${COUNT} --seed ${seed}`)
  const summary = await fuzz({ count: COUNT, seed })
  console.log(summary)
  expect(summary).toContain('parked 0')
})

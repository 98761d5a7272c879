import { expect, it } from 'vitest'
import { fuzz } from './support/fuzz.ts'

/** `npm run fuzz` sets them from its arguments, see run.ts. */
const { FUZZ_COUNT, FUZZ_SEED } = process.env

it('survives as many updates as are asked for', async () => {
  const seed = Number(FUZZ_SEED ?? '1')
  const began = performance.now()
  const summary = await fuzz({ count: Number(FUZZ_COUNT ?? '1500'), seed })
  console.log(`${summary}\n${Math.round((performance.now() - began) / 1000)} s`)
  expect(summary).toContain('parked 0')
})

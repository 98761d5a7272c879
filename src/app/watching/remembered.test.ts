import { expect, it } from 'vitest'
import { remembered } from './remembered.ts'

it('asks once for all who ask at a time, and again when the answer is old', async () => {
  let asked = 0
  let now = 0
  const ask = remembered(
    () => Promise.resolve(++asked),
    100,
    () => now,
  )
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  now = 99
  expect(await ask()).toBe(1)
  now = 100
  expect(await ask()).toBe(2)
})

it('gives a failure to all who wait for it, and remembers it for no longer than an answer', async () => {
  let fails = true
  let now = 0
  const ask = remembered(
    () => (fails ? Promise.reject(new Error('away')) : Promise.resolve('there')),
    100,
    () => now,
  )
  await expect(ask()).rejects.toThrow('away')
  fails = false
  await expect(ask()).rejects.toThrow('away')
  now = 100
  expect(await ask()).toBe('there')
})

import { expect, it } from 'vitest'
import { afterWrongCode, minutesToWait, type Guesses } from './guesses.ts'

const start = new Date('2026-11-23T01:00:00Z')
const later = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)

function wrongTimes(times: number): Guesses {
  let guesses: Guesses | undefined
  for (let i = 0; i < times; i++) guesses = afterWrongCode(guesses, start)
  if (guesses === undefined) throw new Error('no guess')
  return guesses
}

it('forgives two mistakes and slows down from the third on, doubling up to an hour', () => {
  const waits = [1, 2, 3, 4, 5, 9, 30].map((times) => minutesToWait(wrongTimes(times), start))
  expect(waits).toEqual([0, 0, 1, 2, 4, 60, 60])
})

it('lets an account try again when its wait is over', () => {
  expect(minutesToWait(wrongTimes(3), later(1))).toBe(0)
  expect(minutesToWait(undefined, start)).toBe(0)
})

it('begins anew after a day without a mistake', () => {
  expect(afterWrongCode(wrongTimes(9), later(24 * 60 + 1)).wrong).toBe(1)
})

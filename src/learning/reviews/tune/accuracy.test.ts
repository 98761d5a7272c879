import { FSRSBinding, type MemoryState } from '@open-spaced-repetition/binding'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defaultWeights, type Grade } from '../memory.ts'
import { accuracyOf, addHistory, emptyTally } from './accuracy.ts'
import type { History } from './history.ts'

const settings = { retention: 0.9 }

const history = fc
  .array(
    fc.record({
      grade: fc.constantFrom<Grade>('again', 'hard', 'good'),
      gap: fc.integer({ min: 1, max: 60 }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((answers): History => ({
    grades: answers.map(({ grade }) => grade),
    begins: 0,
    gaps: answers.map(({ gap }, i) => (i === 0 ? 0 : gap)),
  }))

function measure(histories: readonly History[]): ReturnType<typeof accuracyOf> {
  const tally = emptyTally()
  for (const one of histories) addHistory(tally, one, settings)
  return accuracyOf(tally)
}

/** The optimizer's model of the memory, step by step, and what it makes of the last answer. */
function theirLoss({ grades, gaps }: History): number {
  // The short-term weights are off in the scheduler.
  const weights = defaultWeights.map((weight, i) => (i >= 17 && i <= 19 ? 0 : weight))
  const model = new FSRSBinding(weights)
  const decay = -(weights[20] ?? 0)
  const factor = 0.9 ** (1 / decay) - 1
  let memory: MemoryState | undefined
  let loss = 0
  for (const [i, grade] of grades.entries()) {
    const gap = gaps[i] ?? 0
    if (memory !== undefined) {
      const known = (1 + (factor * gap) / memory.stability) ** decay
      loss -= Math.log(Math.min(1 - 1e-4, Math.max(1e-4, grade === 'again' ? 1 - known : known)))
    }
    memory = model.nextStates(memory, 0.9, gap)[grade].memory
  }
  return loss / (grades.length - 1)
}

it('predicts as the optimizer’s own model does, where no two answers fall on one day', () => {
  fc.assert(
    fc.property(history, (one) => {
      expect(measure([one]).logLoss).toBeCloseTo(theirLoss(one), 3)
    }),
  )
})

it('finds no fault with predictions that come true as often as they say', () => {
  // Known after `gap` days with 90%: nine of ten are right.
  const known: History = { grades: ['good', 'good'], begins: 0, gaps: [0, 2] }
  const forgotten: History = { ...known, grades: ['good', 'again'] }
  const fair = measure([...Array.from({ length: 9 }, () => known), forgotten])
  const off = measure(Array.from({ length: 10 }, () => forgotten))
  expect(fair.rmse).toBeLessThan(0.05)
  expect(off.rmse).toBeGreaterThan(0.8)
  expect(off.logLoss).toBeGreaterThan(fair.logLoss)
})

it('holds a surprise in bounds, whatever was sure', () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 1 }), (histories) => {
      const { logLoss, rmse } = measure(histories)
      expect(logLoss).toBeLessThan(9.3)
      expect(rmse).toBeLessThanOrEqual(1)
    }),
  )
})

it('gathers reviews by their gap, their number and the lapses before them', () => {
  const tally = emptyTally()
  const grades = ['good', 'good', 'again', 'good'] as const
  addHistory(tally, { grades, begins: 0, gaps: [0, 2, 10, 100] }, settings)
  // Steps of 3.62 days, of 1.89 reviews and of 1.73 lapses; -1 is none.
  expect([...tally.bins.keys()]).toEqual(['0 1 -1', '1 1 -1', '3 2 0'])
  expect([...tally.bins.values()].map(({ count, known }) => [count, known])).toEqual([
    [1, 1],
    [1, 0],
    [1, 1],
  ])
})

it('takes what was read on the same day for no review', () => {
  const grades = ['again', 'good', 'good'] as const
  expect(measure([{ grades, begins: 0, gaps: [0, 0, 3] }]).reviews).toBe(1)
})

it('lets no surprise weigh more than one of ten thousand', () => {
  const known = ['good', 'good', 'good', 'good'] as const
  const before = emptyTally()
  addHistory(before, { grades: known, begins: 0, gaps: [0, 30, 300, 3000] }, settings)
  const after = emptyTally()
  const gaps = [0, 30, 300, 3000, 1]
  addHistory(after, { grades: [...known, 'again'], begins: 0, gaps }, settings)
  expect(after.loss - before.loss).toBeCloseTo(-Math.log(1e-4), 6)
})

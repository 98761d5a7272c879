import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  defaultWeights,
  gradeNumber,
  gradeOf,
  remember,
  retrievability,
  type Grade,
  type Memory,
} from './memory.ts'

const settings = { retention: 0.9 }
const grade = fc.constantFrom<Grade>('again', 'hard', 'good')
const memory = fc.record({
  stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
})

it.each<[boolean, boolean | null, Grade, number]>([
  [false, null, 'again', 1],
  [false, true, 'again', 1],
  [false, false, 'again', 1],
  [true, false, 'hard', 2],
  [true, true, 'good', 3],
  // Not asked how sure: a guess that was right is met again anyway.
  [true, null, 'good', 3],
])('an answer that is right: %s, sure: %s, is %s', (correct, sure, is, number) => {
  expect(gradeOf(correct, sure)).toBe(is)
  expect(gradeNumber(is)).toBe(number)
})

it('grows the gap with every right answer that comes on its day', () => {
  let known: Memory | null = null
  const gaps: number[] = []
  for (let since = 0; gaps.length < 6;) {
    const { memory: next, days } = remember(known, since, 'good', settings)
    known = next
    gaps.push(days)
    since = days
  }
  expect(gaps).toEqual([...gaps].toSorted((a, b) => a - b))
  expect(gaps[0]).toBeGreaterThanOrEqual(2)
  expect(gaps.at(-1)).toBeGreaterThan(30)
})

it('knows a question with the wished probability on the day on which it comes again', () => {
  const { memory: known, days } = remember(null, 0, 'good', settings)
  expect(Math.abs(retrievability(known, days, settings) - 0.9)).toBeLessThan(0.05)
})

it('asks sooner for a higher retention', () => {
  const { memory: known } = remember(null, 0, 'good', settings)
  const gap = (retention: number): number => remember(known, 3, 'good', { retention }).days
  expect(gap(0.8)).toBeGreaterThan(gap(0.9))
  expect(gap(0.9)).toBeGreaterThan(gap(0.95))
})

it('ranks a wrong answer below an unsure one, and that below a right one', () => {
  fc.assert(
    fc.property(memory, fc.integer({ min: 1, max: 400 }), (before, since) => {
      const after = (g: Grade): number => remember(before, since, g, settings).memory.stability
      expect(after('again')).toBeLessThanOrEqual(after('hard'))
      expect(after('hard')).toBeLessThanOrEqual(after('good'))
    }),
  )
})

it('stays within its bounds for any memory, gap and clock', () => {
  fc.assert(
    fc.property(
      fc.option(memory),
      fc.integer({ min: -400, max: 4000 }),
      grade,
      fc.double({ min: 0.7, max: 0.97, noNaN: true }),
      (before, since, g, retention) => {
        const after = remember(before, since, g, { retention })
        expect(after.days).toBeGreaterThanOrEqual(1)
        expect(after.days).toBeLessThanOrEqual(365)
        expect(Number.isInteger(after.days)).toBe(true)
        expect(after.memory.stability).toBeGreaterThan(0)
        expect(after.memory.difficulty).toBeGreaterThanOrEqual(1)
        expect(after.memory.difficulty).toBeLessThanOrEqual(10)
        // A clock that jumped back is as no time at all.
        if (since < 0) expect(after).toEqual(remember(before, 0, g, { retention }))
      },
    ),
  )
})

it('knows at once what was just answered, and less with every day', () => {
  const known = { stability: 10, difficulty: 5 }
  const after = (days: number): number => retrievability(known, days, settings)
  expect(after(0)).toBe(1)
  expect(after(-3)).toBe(1)
  expect(after(10)).toBeCloseTo(0.9, 6)
  expect(after(11)).toBeLessThan(after(10))
})

it('begins anew from the first answer, however long ago it was asked', () => {
  const first = (since: number) => remember(null, since, 'good', settings)
  expect(first(0).memory).toEqual({ stability: defaultWeights[2], difficulty: expect.any(Number) })
  expect(first(30)).toEqual(first(0))
})

it('learns nothing new from a right answer on the same day', () => {
  fc.assert(
    fc.property(memory, (before) => {
      const { stability } = remember(before, 0, 'good', { retention: 0.85 }).memory
      expect(stability / before.stability).toBeCloseTo(1, 6)
    }),
  )
})

it('asks again after the days that its stability names, where nine of ten are to be known', () => {
  fc.assert(
    fc.property(memory, fc.integer({ min: 0, max: 400 }), grade, (before, since, g) => {
      const after = remember(before, since, g, { ...settings, parameters: defaultWeights })
      expect(after.days).toBe(Math.min(365, Math.max(1, Math.round(after.memory.stability))))
    }),
  )
})

it('asks again tomorrow at the soonest, and after a year at the latest', () => {
  const forgotten = remember({ stability: 0.02, difficulty: 9 }, 1, 'again', settings)
  expect(forgotten.days).toBe(1)
  expect(remember({ stability: 3000, difficulty: 2 }, 300, 'good', settings).days).toBe(365)
})

it('goes by the weights that are set, and by the library’s again where none are', () => {
  const parameters = defaultWeights.map((weight, i) => (i < 4 ? weight * 3 : weight))
  const first = (of: object) => remember(null, 0, 'good', { ...settings, ...of })
  const plain = first({})
  const fitted = first({ parameters })
  expect(fitted.memory.stability).toBeCloseTo(3 * plain.memory.stability, 4)
  expect(fitted.days).toBeGreaterThan(plain.days)
  expect(first({})).toEqual(plain)
  expect(first({ parameters: undefined })).toEqual(plain)
  expect(first({ parameters: [...defaultWeights] })).toEqual(plain)
  expect(first({ parameters })).toEqual(fitted)
})

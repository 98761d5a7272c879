import fc from 'fast-check'
import { expect, it } from 'vitest'
import { remember, retrievability, type Grade, type Memory } from './memory.ts'

const settings = { retention: 0.9 }
const grade = fc.constantFrom<Grade>('again', 'hard', 'good')
const memory = fc.record({
  stability: fc.double({ min: 0.01, max: 3000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
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

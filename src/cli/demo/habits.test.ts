import { describe, expect, it } from 'vitest'
import { createChance } from './chance.ts'
import { inventCast } from './cast.ts'
import { afterNudge, afterQuiz, answersRightly, type HabitName, type Situation } from './habits.ts'

const situation = (habit: HabitName, more: Partial<Situation> = {}): Situation => ({
  habit,
  lessons: 1,
  turnAt: 3,
  turned: false,
  asked: false,
  ...more,
})

/** How often something is true, over a thousand people of one habit. */
function share(test: (stream: number) => boolean): number {
  return Array.from({ length: 1000 }, (_, stream) => test(stream)).filter(Boolean).length / 1000
}

it('makes the same cast from the same seed, and another from another', () => {
  const cast = (seed: number) => inventCast({ people: 30, units: 14, seed, mornings: 9 })
  expect(cast(7)).toEqual(cast(7))
  expect(cast(7)).not.toEqual(cast(8))
})

it('has every habit among the first eight people', () => {
  const habits = inventCast({ people: 8, units: 14, seed: 1, mornings: 1 }).map((one) => one.habit)
  expect(new Set(habits).size).toBe(8)
})

describe('a habit', () => {
  it('lets those who read well answer soon and rightly, and others badly', () => {
    const answers = (habit: HabitName) =>
      share((stream) => afterQuiz(situation(habit), createChance(1, stream))?.act === 'answer')
    expect(answers('steady')).toBeGreaterThan(0.9)
    expect(answers('late')).toBeLessThan(0.75)
    const right = (habit: HabitName) =>
      share((stream) => answersRightly(habit, createChance(1, stream)))
    expect(right('steady')).toBeGreaterThan(0.85)
    expect(right('struggling')).toBeLessThan(0.5)
  })

  it('lets the silent do nothing at all', () => {
    const stirs = (stream: number): boolean =>
      afterQuiz(situation('silent'), createChance(1, stream)) !== undefined ||
      afterNudge('silent', createChance(1, stream)) !== undefined
    expect(share(stirs)).toBe(0)
  })

  it.each([
    ['pausing', 'pause'],
    ['blocking', 'block'],
    ['quitting', 'stop'],
    ['fading', 'fade'],
  ] as const)('has its turn once: %s', (habit, act) => {
    const chance = createChance(1, 1)
    expect(afterQuiz(situation(habit, { lessons: 3 }), chance)?.act).toBe(act)
    expect(afterQuiz(situation(habit, { lessons: 2 }), chance)?.act).not.toBe(act)
    expect(afterQuiz(situation(habit, { lessons: 4, turned: true }), chance)?.act).not.toBe(act)
  })

  it('answers what it asked for soon', () => {
    const late = (stream: number): number =>
      afterQuiz(situation('late', { asked: true }), createChance(1, stream))?.inMinutes ?? 999
    expect(share((stream) => late(stream) <= 20)).toBe(1)
  })
})

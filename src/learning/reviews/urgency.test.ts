import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byUrgency, mostUrgent, type WaitingCard } from './urgency.ts'

const card = (questionId: string, change: Partial<WaitingCard> = {}): WaitingCard => ({
  questionId,
  lapsed: false,
  dueDay: 10,
  ...change,
})
const idsOf = (cards: readonly WaitingCard[]): string[] => cards.map(({ questionId }) => questionId)

/** In the order in which they are to be asked. */
const urgent = [
  card('f', { misled: true, lapsed: true, dueDay: 10 }),
  card('e', { lapsed: true, dueDay: 8 }),
  card('d', { lapsed: true, dueDay: 10 }),
  card('c', { dueDay: 3 }),
  card('a', { dueDay: 10, misled: false }),
  card('b', { dueDay: 10 }),
]
const all = { day: 10, load: 9, open: 0 }

it('asks first what misled, then what was wrong, then what is due longest, then by name', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(urgent, { minLength: urgent.length }), (cards) => {
      expect(mostUrgent(cards, all)).toEqual(urgent)
    }),
  )
})

it('says of any two which comes first, whichever is named first', () => {
  const [first = card('a')] = urgent
  expect(byUrgency(first, { ...first, questionId: 'g' })).toBeLessThan(0)
  expect(byUrgency({ ...first, questionId: 'g' }, first)).toBeGreaterThan(0)
})

it('brings what is due, today’s included, and nothing before its day', () => {
  const cards = [card('a', { dueDay: 9 }), card('b', { dueDay: 10 }), card('c', { dueDay: 11 })]
  expect(idsOf(mostUrgent(cards, all))).toEqual(['a', 'b'])
})

it.each([
  [2, 0, 2],
  [2, 1, 1],
  [2, 2, 0],
  // The load was made smaller while questions stood open.
  [1, 3, 0],
  [0, 0, 0],
])('of a load of %i with %i open, brings %i', (load, open, brought) => {
  expect(mostUrgent(urgent, { day: 10, load, open })).toEqual(urgent.slice(0, brought))
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gatherHistories } from './gather.ts'
import { historiesOf, reviewsOf, type AnswerRow, type PersonHistories } from './history.ts'

const row = fc.record({
  personId: fc.constantFrom('ani', 'budi', 'citra'),
  questionId: fc.constantFrom('q1', 'q2', 'q3', 'q4'),
  day: fc.integer({ min: 0, max: 400 }),
  correct: fc.boolean(),
  unsure: fc.boolean(),
})

/** As the store orders them. */
const inOrder = (rows: readonly AnswerRow[]): AnswerRow[] =>
  rows.toSorted((a, b) =>
    a.personId !== b.personId
      ? a.personId.localeCompare(b.personId)
      : a.questionId !== b.questionId
        ? a.questionId.localeCompare(b.questionId)
        : a.day - b.day,
  )

it('keeps every answer once, in its order, with the days between', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (unordered) => {
      const rows = inOrder(unordered)
      const people = historiesOf(rows)
      const again = people.flatMap(({ personId, histories }) =>
        histories.flatMap((history) => {
          let day = history.begins
          return history.grades.map((grade, i) => {
            day += history.gaps[i] ?? Number.NaN
            return { personId, day, grade }
          })
        }),
      )
      const grade = (r: AnswerRow): string => (r.correct ? (r.unsure ? 'hard' : 'good') : 'again')
      expect(again).toEqual(
        rows.map((r) => ({ personId: r.personId, day: r.day, grade: grade(r) })),
      )
      expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length)
      for (const history of people.flatMap((person) => person.histories)) {
        expect(history.gaps[0]).toBe(0)
        expect(history.gaps.every((gap) => gap >= 0)).toBe(true)
        expect(reviewsOf(history)).toBe(
          new Set(history.gaps.map((_, i) => sum(history.gaps.slice(0, i + 1)))).size - 1,
        )
      }
    }),
  )
})

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

it('counts an unsure answer as hard only when it was right', () => {
  const answer = { personId: 'ani', questionId: 'q1', day: 3 }
  const [person] = historiesOf([
    { ...answer, correct: false, unsure: true },
    { ...answer, correct: true, unsure: true },
    { ...answer, day: 5, correct: true, unsure: false },
  ])
  expect(person?.histories).toEqual([
    { grades: ['again', 'hard', 'good'], begins: 3, gaps: [0, 0, 2] },
  ])
})

it('reads no further than it needs, and leaves out whoever was never asked again', async () => {
  const history = { grades: ['good', 'good'], begins: 0, gaps: [0, 3] } as const
  const once = { grades: ['good'], begins: 0, gaps: [0] } as const
  let given = 0
  async function* endless(): AsyncGenerator<PersonHistories> {
    for (;;) {
      given++
      yield await Promise.resolve({
        personId: String(given),
        histories: given % 2 === 0 ? [once] : [once, history, history],
      })
    }
  }
  const { people, reviews, sampled } = await gatherHistories(endless(), { most: 10 })
  expect([people.length, reviews, sampled]).toEqual([5, 10, true])
  expect(given).toBe(10)
  expect(people.every(({ histories }) => histories.length === 2)).toBe(true)
})

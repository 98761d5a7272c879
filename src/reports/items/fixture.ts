import type { Question } from '../../content/index.ts'
import type { Cell } from './cell.ts'

/** Somebody's answer to one question, and the rest score; null: none. */
export interface Attempt {
  readonly option: string
  readonly right: boolean
  readonly score: number | null
  readonly sure?: boolean
}

/** One cell for each attempt: what Postgres puts together makes no difference. */
export function cellsOf(attempts: readonly Attempt[]): Cell[] {
  return attempts.map(({ option, right, score, sure }) => ({
    option,
    right,
    place: score === null ? null : Math.floor(100 * score + 0.5 + 1e-7),
    people: 1,
    sum: score ?? 0,
    squares: (score ?? 0) ** 2,
    later: 0,
    asked: sure === undefined ? 0 : 1,
    sure: sure === true ? 1 : 0,
  }))
}

/** Options a, b and c, of which a is right. */
export function question(tags: readonly string[] = []): Question {
  const options = ['a', 'b', 'c'].map((key) => ({ key, text: key.toUpperCase() }))
  const text = { objective: 'x', text: 'x', options, explanation: 'x' }
  return { id: 'q', hash: 'h', lessonId: 'l', answer: 'a', tags, texts: { id: text } }
}

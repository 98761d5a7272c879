import type { Grade } from '../memory.ts'

/** One recorded answer, as the store gives it. */
export interface AnswerRow {
  readonly personId: string
  readonly questionId: string
  /** The person's civil day, counted from any one day. */
  readonly day: number
  readonly correct: boolean
  /** Right, but unsure of it. */
  readonly unsure: boolean
}

/** What one person answered to one question, in order: what the scheduler knows of a memory. */
export interface History {
  readonly grades: readonly Grade[]
  /** The day of the first answer, counted as in the rows. */
  readonly begins: number
  /** Civil days before each answer since the one before it; the first is 0. */
  readonly gaps: readonly number[]
}

export interface PersonHistories {
  readonly personId: string
  readonly histories: readonly History[]
}

/** The same grades as an answer gets when it arrives. */
function gradeOf({ correct, unsure }: AnswerRow): Grade {
  if (!correct) return 'again'
  return unsure ? 'hard' : 'good'
}

/**
 * @param rows answers in order of person, question and civil day
 * @returns one entry a person, in the order in which they come
 */
export function historiesOf(rows: readonly AnswerRow[]): PersonHistories[] {
  const people = Map.groupBy(rows, ({ personId }) => personId)
  return [...people].map(([personId, own]) => ({
    personId,
    histories: [...Map.groupBy(own, ({ questionId }) => questionId).values()].map(historyOf),
  }))
}

function historyOf(rows: readonly AnswerRow[]): History {
  const gaps = rows.map(({ day }, i) => Math.max(0, day - (rows[i - 1]?.day ?? day)))
  return { grades: rows.map(gradeOf), begins: rows[0]?.day ?? 0, gaps }
}

/**
 * Answers that say something about forgetting: a day or more after another one to the same question.
 * The first answer shows what was learned, and a second one of the same day what was just read.
 */
export function reviewsOf({ gaps }: History): number {
  return gaps.filter((gap) => gap > 0).length
}

import { createHash } from 'node:crypto'
import type { AskedQuestion } from './grade.ts'

/**
 * A question that asks how sure one is, before anything is given away: each option stands there
 * twice, as sure and as still in doubt.
 */
export interface ConfidenceOption {
  readonly key: string
  readonly sure: boolean
}

/**
 * The options as they stand in the poll: in an order of the person's own, since Telegram's shuffling
 * would tear the pairs apart, and always the same one for a person and a question, so that an answer
 * can be read by its place even where the response to the send was lost.
 */
export function confidenceOptions(
  question: AskedQuestion & { readonly id: string },
  personId: string,
): ConfidenceOption[] {
  const rank = (key: string): string =>
    createHash('sha256').update(`${personId}/${question.id}/${key}`).digest('hex')
  return question.options
    .map(({ key }) => ({ key, rank: rank(key) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .flatMap(({ key }) => [
      { key, sure: true },
      { key, sure: false },
    ])
}

const UNSURE = '?'
const SURE = '!'

/** What a poll's option stands for, as it is kept beside Telegram's id of it. */
export function choiceKey({ key, sure }: ConfidenceOption): string {
  return key + (sure ? SURE : UNSURE)
}

/** @returns `sure` is null where the poll did not ask */
export function readChoice(choice: string): {
  readonly key: string
  readonly sure: boolean | null
} {
  const last = choice.at(-1)
  if (last !== SURE && last !== UNSURE) return { key: choice, sure: null }
  return { key: choice.slice(0, -1), sure: last === SURE }
}

/** The question as its poll holds it: twice as many options, known by their place alone. */
export function askedWithConfidence(
  question: AskedQuestion & { readonly id: string },
  personId: string,
): AskedQuestion {
  return {
    options: confidenceOptions(question, personId).map((option) => ({
      key: choiceKey(option),
      text: '',
    })),
    answer: choiceKey({ key: question.answer, sure: true }),
  }
}

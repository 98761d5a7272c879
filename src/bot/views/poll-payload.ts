import { textIn, type Locale, type Question } from '../../content/index.ts'
import { confidenceOptions } from '../../learning/index.ts'
import type { Translate } from '../texts.ts'

/** Not anonymous, since only then an answer comes back; protected, so that it cannot be forwarded. */
const ours = { is_anonymous: false, protect_content: true } as const

/**
 * Telegram's own quiz: feedback without a round trip to us. Telegram shuffles it for each person.
 */
export function quizPayload(question: Question, locale: Locale): Record<string, unknown> {
  const text = textIn(question, locale)
  const right = text.options.findIndex((option) => option.key === question.answer)
  return {
    ...ours,
    question: text.text,
    options: text.options.map((option) => ({ text: option.text })),
    type: 'quiz',
    correct_option_ids: [right],
    explanation: text.explanation,
    shuffle_options: true,
  }
}

/** A question that measures: the answer cannot be changed, and nothing is given away. */
export function itemPayload(question: Question, locale: Locale): Record<string, unknown> {
  const text = textIn(question, locale)
  return {
    ...ours,
    question: text.text,
    options: text.options.map((option) => ({ text: option.text })),
    type: 'regular',
    allows_revoting: false,
    shuffle_options: true,
  }
}

/**
 * A question that asks how sure one is: each option twice, in an order of the person's own, since
 * shuffling would tear the pairs apart. What was right is said by us, afterwards.
 */
export function confidencePayload(
  question: Question,
  view: { readonly locale: Locale; readonly t: Translate; readonly personId: string },
): Record<string, unknown> {
  const text = textIn(question, view.locale)
  const texts = new Map(text.options.map((option) => [option.key, option.text]))
  const asked = { id: question.id, options: text.options, answer: question.answer }
  return {
    ...ours,
    question: text.text,
    options: confidenceOptions(asked, view.personId).map(({ key, sure }) => ({
      text: `${texts.get(key) ?? ''} · ${view.t(sure ? 'confidence-sure' : 'confidence-unsure')}`,
    })),
    type: 'regular',
    allows_revoting: false,
  }
}

/** A question of a lesson or a review, as it is to be asked. */
export function questionPayload(
  question: Question,
  view: { readonly locale: Locale; readonly t: Translate; readonly personId: string },
  confidence: boolean | undefined,
): Record<string, unknown> {
  return confidence === true
    ? confidencePayload(question, view)
    : quizPayload(question, view.locale)
}

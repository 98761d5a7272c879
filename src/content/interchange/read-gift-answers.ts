import type { Fault } from '../problem.ts'
import { broken, unsupported, type GiftRefusal } from './gift-refusal.ts'
import { findSign, isAt, trimSigns, type GiftSign } from './gift-signs.ts'
import { readGiftText, type GiftFormat, type GiftText } from './gift-text.ts'

export type ReadGiftAnswers =
  | {
      readonly kind: 'answers'
      readonly options: readonly string[]
      readonly right: number
      /** Of the right option; it explains where nothing else does. */
      readonly feedback: string
      readonly stripped: boolean
      readonly losses: readonly Fault[]
    }
  | GiftRefusal

interface Answer {
  readonly line: number
  readonly text: GiftText
  readonly feedback: GiftText | undefined
  /** Per cent of the mark; 100 is right. */
  readonly weight: number
}

/** What stands between `{` and `}`, without the general feedback. `line` is that of the `{`. */
export function readGiftAnswers(
  given: readonly GiftSign[],
  format: GiftFormat,
  line: number,
): ReadGiftAnswers {
  const signs = trimSigns(given)
  if (findSign(signs, '~') === -1) return withoutTilde(signs, line)
  const starts = signs.flatMap((_, index) =>
    isAt(signs, index, '~') || isAt(signs, index, '=') ? [index] : [],
  )
  if (starts[0] !== 0) {
    if (isAt(signs, 0, '#')) return unsupported(line, 'a question for a number', CHOICE)
    return broken(line, 'the first option has no mark', 'begin each option with `=` or `~`')
  }
  const answers = starts.map((start, index) =>
    readAnswer(signs.slice(start, starts[index + 1]), format),
  )
  const empty = answers.find(({ text }) => text.text === '')
  if (empty !== undefined) {
    return broken(
      empty.line,
      'an option has no text',
      String.raw`write it, or write \= and \~ for the characters`,
    )
  }
  const wrong = answers.find(({ weight }) => !(weight >= -100 && weight <= 100))
  if (wrong !== undefined) {
    return broken(wrong.line, 'a weight is no percentage', 'write it as ~%50%, from -100 to 100')
  }
  return decide(answers, line)
}

function decide(answers: readonly Answer[], line: number): ReadGiftAnswers {
  const right = answers.flatMap(({ weight }, place) => (weight === 100 ? [place] : []))
  const partial = answers.filter(({ weight }) => weight > 0 && weight < 100)
  const [first] = right
  if (right.length > 1 || (first === undefined && partial.length > 1)) {
    return unsupported(line, 'the question has several right options', 'give it one alone')
  }
  if (first === undefined) return broken(line, 'no option is right', 'mark the right one with `=`')
  if (answers.length < 2) {
    return broken(line, 'the question has one option', 'write at least one wrong option with `~`')
  }
  const losses: Fault[] = []
  if (answers.some(({ weight }) => weight !== 0 && weight !== 100)) {
    losses.push({ line, what: 'partial marks are lost', mend: 'nothing is to be done' })
  }
  if (answers.some(({ feedback }, place) => place !== first && feedback !== undefined)) {
    losses.push({
      line,
      what: 'the feedback of wrong options is lost',
      mend: 'say what matters in the explanation',
    })
  }
  const feedback = answers[first]?.feedback
  return {
    kind: 'answers',
    options: answers.map(({ text }) => text.text.replaceAll(/\s*\n\s*/g, ' ')),
    right: first,
    feedback: feedback?.text ?? '',
    stripped: answers.some(({ text }) => text.stripped) || feedback?.stripped === true,
    losses,
  }
}

/** From its mark to the next. */
function readAnswer(signs: readonly GiftSign[], format: GiftFormat): Answer {
  const correct = isAt(signs, 0, '=')
  const body = trimSigns(signs.slice(1))
  const end = isAt(body, 0, '%') ? findSign(body, '%', 1) : -1
  const number = body.slice(1, Math.max(end, 1)).map(({ value }) => value)
  // As in Moodle: what is no number between the signs is text.
  const weighted = end !== -1 && /^-?\d{1,3}(?:\.\d*)?$/.test(number.join(''))
  const rest = weighted ? body.slice(end + 1) : body
  const hash = findSign(rest, '#')
  const feedback = hash === -1 ? [] : trimSigns(rest.slice(hash + 1))
  return {
    line: signs[0]?.line ?? 1,
    text: readGiftText(hash === -1 ? rest : rest.slice(0, hash), format),
    feedback: feedback.length === 0 ? undefined : readGiftText(feedback, format),
    weight: weighted ? Number(number.join('')) : correct ? 100 : 0,
  }
}

const CHOICE = 'rewrite it as a question with one right option'

/** Moodle's other kinds have no `~`: what is asked there is typed, ticked or matched. */
function withoutTilde(signs: readonly GiftSign[], line: number): ReadGiftAnswers {
  const word = signs.map(({ value }) => value).join('')
  if (word === '') return unsupported(line, 'an essay', CHOICE)
  if (/^(?:T|TRUE|F|FALSE)\s*(?:#|$)/.test(word)) {
    return unsupported(line, 'a true-false question has no options', CHOICE)
  }
  if (isAt(signs, 0, '#')) return unsupported(line, 'a question for a number', CHOICE)
  if (findSign(signs, '=') !== -1 && findSign(signs, '->') !== -1) {
    return unsupported(line, 'a matching question', CHOICE)
  }
  return unsupported(line, 'a question for a short answer', CHOICE)
}

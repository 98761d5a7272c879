import type { Fault } from '../problem.ts'
import { broken, unsupported, type GiftRefusal } from './gift-refusal.ts'
import { findLastSign, findSign, isAt, readSigns, trimSigns, type GiftSign } from './gift-signs.ts'
import { readGiftText } from './gift-text.ts'
import { readGiftAnswers } from './read-gift-answers.ts'
import { commentOf, type GiftBlock } from './split-gift.ts'

/** A question with one right answer. Ids and tags are as the file has them, whatever their form. */
export interface GiftQuestion {
  readonly line: number
  /** Moodle's id number ("[id:…]"), or else the question's name ("::…::"); empty for neither. */
  readonly id: string
  readonly tags: readonly string[]
  readonly objective: string
  readonly text: string
  readonly options: readonly string[]
  /** The place of the right option, from 0. */
  readonly right: number
  readonly explanation: string
}

export type ReadGiftQuestion =
  | { readonly kind: 'question'; readonly question: GiftQuestion; readonly losses: Fault[] }
  | GiftRefusal

/**
 * Characters of one question, comments aside. A long one has a thousand; what is twenty times that
 * is a picture in HTML, or a file without blank lines.
 */
const MOST_CHARACTERS = 20_000

/** One block of GIFT. */
export function readGiftQuestion({ line, comments, text }: GiftBlock): ReadGiftQuestion {
  if (text.length > MOST_CHARACTERS) {
    return broken(
      line,
      `the question has ${text.length} characters, and ${MOST_CHARACTERS} is the limit`,
      'leave a blank line between two questions, and no picture in one',
    )
  }
  const named = readName(readSigns(text, line))
  if (named === undefined) {
    return broken(line, 'the name of the question is not closed', 'end it with `::`')
  }
  const found = findAnswers(named.rest, line)
  if ('kind' in found) return found
  const { stem, after, inside } = found
  // A missing word: the answers stand where the blank is.
  const asked =
    trimSigns(after).length === 0 ? stem : [...stem, ...readSigns('_____', line), ...after]
  const question = readGiftText(asked, 'moodle')
  if (question.text === '') {
    return broken(line, 'the question has no text', 'write it before the `{`')
  }
  const feedback = findLastSign(inside, '####')
  const general =
    feedback === -1 ? undefined : readGiftText(inside.slice(feedback + 4), question.format)
  const answers = readGiftAnswers(
    feedback === -1 ? inside : inside.slice(0, feedback),
    question.format,
    inside[0]?.line ?? line,
  )
  if (answers.kind !== 'answers') return answers
  const losses = [...answers.losses]
  if (question.stripped || general?.stripped === true || answers.stripped) {
    losses.push({
      line,
      what: 'HTML became plain text, and what it showed beside text is lost',
      mend: 'read the question once more',
    })
  }
  const marks = comments
    .map((comment) => comment.text)
    .filter((said) => !said.startsWith('objective:'))
  return {
    kind: 'question',
    losses,
    question: {
      line,
      id: marked(marks, 'id')[0] ?? named.name,
      tags: marked(marks, 'tag'),
      objective: commentOf(comments, 'objective'),
      text: question.text,
      options: answers.options,
      right: answers.right,
      explanation: general?.text ?? answers.feedback,
    },
  }
}

function readName(
  signs: readonly GiftSign[],
): { name: string; rest: readonly GiftSign[] } | undefined {
  const text = trimSigns(signs)
  if (!isAt(text, 0, '::')) return { name: '', rest: text }
  const end = findSign(text, '::', 2)
  if (end === -1) return undefined
  return { name: readGiftText(text.slice(2, end), 'plain').text, rest: text.slice(end + 2) }
}

interface FoundAnswers {
  readonly stem: readonly GiftSign[]
  readonly inside: readonly GiftSign[]
  readonly after: readonly GiftSign[]
}

function findAnswers(signs: readonly GiftSign[], line: number): FoundAnswers | GiftRefusal {
  const start = findSign(signs, '{')
  const end = findSign(signs, '}')
  const lineAt = (index: number) => signs[index]?.line ?? line
  if (start === -1 && end === -1) {
    return unsupported(line, 'a description asks nothing', 'put it into the text of a lesson')
  }
  if (start === -1 || (end !== -1 && end < start)) {
    return broken(lineAt(end), 'a `}` closes nothing', String.raw`write \} for the character`)
  }
  const second = findSign(signs, '{', start + 1)
  if (end === -1 || (second !== -1 && second < end)) {
    return broken(
      lineAt(start),
      'the `{` is not closed',
      String.raw`end the answers with }, leave no blank line among them, and write \{ for the character`,
    )
  }
  const stray = second === -1 ? findSign(signs, '}', end + 1) : second
  if (stray !== -1) {
    return broken(
      lineAt(stray),
      'there are brackets after the answers',
      String.raw`leave a blank line between two questions, and write \{ and \} for the characters`,
    )
  }
  return {
    stem: signs.slice(0, start),
    inside: signs.slice(start + 1, end),
    after: signs.slice(end + 1),
  }
}

/** "[id:…]" and "[tag:…]" in comments, as Moodle reads them; `\]` is a bracket in their text. */
function marked(comments: readonly string[], name: 'id' | 'tag'): string[] {
  const pattern = new RegExp(String.raw`\[${name}:((?:\\\]|[^\]])+)\]`, 'g')
  return comments.flatMap((comment) =>
    [...comment.matchAll(pattern)].map(([, value = '']) =>
      value.replaceAll(String.raw`\]`, ']').trim(),
    ),
  )
}

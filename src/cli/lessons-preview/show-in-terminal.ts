import { stripVTControlCharacters, styleText } from 'node:util'
import type { AssessmentPreview, LessonPreview } from '../../app.ts'
import type { FormattedText, TextEntity } from '../../platform/telegram/formatted-text.ts'

/** Columns of a line: about what a phone shows, times one and a half. */
const WIDTH = 66

/** What Telegram allows in one message, in characters. */
const MESSAGE_LIMIT = 4096

type Style = Parameters<typeof styleText>[0]

const styles: Readonly<Record<TextEntity['type'], Style>> = {
  bold: 'bold',
  italic: 'italic',
  code: 'cyan',
  pre: 'cyan',
  blockquote: 'gray',
  text_link: 'underline',
}

/** The lesson and its quizzes for a terminal; colours only where the terminal wants them. */
export function showInTerminal({ lesson, message, quizzes }: LessonPreview): string {
  const count = `${message.text.length} of ${MESSAGE_LIMIT} characters; version ${lesson.hash.slice(0, 8)}`
  return [wrap(styled(message)), styleText('gray', `── ${count}`), ...quizzes.map(showQuiz)].join(
    '\n\n',
  )
}

/** The items form by form, numbered, each with its right option. */
export function showAssessment({ sets }: AssessmentPreview): string {
  return sets
    .flatMap(({ name, quizzes }) => [
      styleText('gray', `── ${name}: ${quizzes.length} items`),
      ...quizzes.map((quiz, index) => `${index + 1}. ${showQuiz(quiz)}`),
    ])
    .join('\n\n')
}

function showQuiz(quiz: Record<string, unknown>): string {
  const { question, options, correct_option_ids, explanation } = quiz as {
    question: string
    options: { text: string }[]
    correct_option_ids: number[]
    explanation: string
  }
  return [
    wrap(styleText('bold', question)),
    ...options.map(({ text }, i) =>
      correct_option_ids.includes(i) ? styleText('green', `  ● ${text}`) : `  ○ ${text}`,
    ),
    wrap(styleText('gray', explanation)),
  ].join('\n')
}

/** Entities do not cross in what we make; the inner ones are styled first. */
function styled({ text, entities }: FormattedText): string {
  const cuts = new Set([0, text.length])
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length)
  const places = [...cuts].sort((a, b) => a - b)
  return places
    .slice(0, -1)
    .map((from, i) => {
      const to = places[i + 1] ?? text.length
      const over = entities.filter((e) => e.offset <= from && e.offset + e.length >= to)
      const piece = over.reduce(
        (inner, e) => styleText(styles[e.type], inner),
        text.slice(from, to),
      )
      const ending = over.find((e) => e.type === 'text_link' && e.offset + e.length === to)
      return ending?.type === 'text_link' ? `${piece} <${ending.url}>` : piece
    })
    .join('')
}

/** Breaks long lines between words; what colours a piece takes no room. */
function wrap(text: string): string {
  return text.split('\n').map(wrapLine).join('\n')
}

function wrapLine(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const next = current === '' ? word : `${current} ${word}`
    if (stripVTControlCharacters(next).length > WIDTH && current !== '') {
      lines.push(current)
      current = word
    } else current = next
  }
  return [...lines, current].join('\n')
}

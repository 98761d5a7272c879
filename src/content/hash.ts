import { createHash } from 'node:crypto'
import type { LessonText, QuestionText, Texts } from './catalogue.ts'

/**
 * Versions by content: the first 16 hex digits (64 bits) of a SHA-256 over what a reader sees, in
 * all languages at once. Spaces, line ends and Unicode composition do not count, so reformatting a
 * file changes no version. What a reader never sees (objective, tags, date of review) is not in it.
 */
export function hashLesson(texts: Texts<LessonText>): string {
  return hashOf(
    languages(texts, (text) => [
      tidy(text.title),
      text.body.normalize('NFC').trim().split('\n').map(tidyEnd),
      tidy(text.task),
      text.sources.map((source) => [tidy(source.title), source.url, source.date]),
    ]),
  )
}

/**
 * The order of the options counts: Telegram reports an answer by its place in the order in which
 * the poll was sent, so an answer can only be read with the order of its own version.
 */
export function hashQuestion(answer: string, texts: Texts<QuestionText>): string {
  return hashOf([
    answer,
    languages(texts, (question) => [
      tidy(question.text),
      question.options.map(({ key, text }) => [key, tidy(text)]),
      tidy(question.explanation),
    ]),
  ])
}

function languages<T>({ id, en }: Texts<T>, part: (text: T) => unknown): unknown {
  return en === undefined ? [part(id)] : [part(id), part(en)]
}

/** Spaces made one; a line break stays, since it is seen. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replaceAll(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
}

/** In Markdown, spaces at the start of a line mean something, and two at its end a line break. */
function tidyEnd(line: string): string {
  return line.replace(/[ \t]+$/, (spaces) => (spaces.length > 1 ? '  ' : ''))
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
}

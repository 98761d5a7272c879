import {
  bold,
  concat,
  joinText,
  textLink,
  tidyText,
  type FormattedText,
} from '../platform/telegram/formatted-text.ts'
import { textIn, type Lesson, type LessonText, type Locale } from './catalogue.ts'
import { renderMarkdown } from './render-markdown.ts'

/** The words around a lesson, from the reader's locale: "Tugas", "Sumber". */
export interface LessonLabels {
  readonly task: string
  readonly source: string
}

/** Those parts of a lesson that are Markdown. */
export interface RenderedParts {
  readonly body: FormattedText
  readonly task: FormattedText
}

/**
 * Lessons as they were last rendered: a lesson goes to hundreds in one morning, and reading its
 * Markdown costs more than all else of a message. What the catalogue forgets is forgotten here.
 */
const rendered = new WeakMap<Lesson, Map<string, FormattedText>>()

/** A lesson as one message: title, body, task, sources. Where there is no English, it is Indonesian. */
export function renderLesson(lesson: Lesson, locale: Locale, labels: LessonLabels): FormattedText {
  const known = rendered.get(lesson) ?? new Map<string, FormattedText>()
  rendered.set(lesson, known)
  const key = JSON.stringify([locale, labels.task, labels.source])
  const before = known.get(key)
  if (before !== undefined) return before
  const text = textIn(lesson, locale)
  const parts = { body: renderMarkdown(text.body), task: renderMarkdown(text.task) }
  const message = assembleLesson(text, parts, locale, labels)
  known.set(key, message)
  return message
}

/** The same with parts that were rendered already. */
export function assembleLesson(
  { title, sources }: Pick<LessonText, 'title' | 'sources'>,
  { body, task }: RenderedParts,
  locale: Locale,
  labels: LessonLabels,
): FormattedText {
  const [only, ...more] = sources.map((source) =>
    concat(textLink(source.title, source.url), ` (${showDate(source.date, locale)})`),
  )
  const listed = only === undefined || more.length === 0 ? [] : [only, ...more]
  const sourceLines =
    listed.length === 0
      ? concat(bold(`${labels.source}:`), ' ', only ?? '')
      : joinText([bold(`${labels.source}:`), ...listed.map((line) => concat('• ', line))], '\n')
  const taskLine = concat(bold(`${labels.task}:`), ' ', task)
  return tidyText(joinText([bold(title), body, taskLine, sourceLines], '\n\n'))
}

const PARTS = [
  { year: 'numeric' },
  { year: 'numeric', month: 'long' },
  { year: 'numeric', month: 'long', day: 'numeric' },
] as const

const formats = new Map<string, Intl.DateTimeFormat>()

/** "2026-03-12" as "12 Maret 2026", "2026-03" as "Maret 2026", "2026" as it is. */
function showDate(date: string, locale: Locale): string {
  const precision = date.split('-').length
  const key = `${locale} ${precision}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'id-ID', {
      ...PARTS[precision - 1],
      timeZone: 'UTC',
    })
  // Making one costs more than a thousand uses of it.
  formats.set(key, format)
  return format.format(new Date(date))
}

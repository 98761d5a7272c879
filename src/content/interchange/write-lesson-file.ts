import type { LessonText, Locale, QuestionText } from '../catalogue.ts'
import type { DraftLesson, DraftQuestion } from './draft.ts'
import { MARK } from './mark.ts'
import { quoteName, quoteText } from './quote-text.ts'

/**
 * A lesson file in one language. What is missing is left empty and marked (mark.ts): the check names
 * each such place, so nothing unfinished reaches anybody. @returns undefined for no such language
 */
export function writeLessonFile(lesson: DraftLesson, locale: Locale): string | undefined {
  const text = lesson.texts[locale]
  if (text === undefined) return undefined
  const original = locale === 'id' ? undefined : lesson.texts.id
  const lines = [
    '---',
    `id: ${quoteName(lesson.id)}`,
    field('title', text.title, 'the title, on one line'),
    field('objective', text.objective, 'what a participant can do afterwards'),
    ...details(lesson, text, original),
    field('task', text.task, 'a practical task of at most five minutes'),
    'questions:',
    ...lesson.questions.flatMap((question) => questionLines(question, locale)),
    ...(text.body === '' ? [`# ${MARK} under the next line: the text, 200-300 words`] : []),
    '---',
  ]
  return `${lines.join('\n')}\n${text.body}\n`
}

/** An English lesson says only what is not as in the Indonesian one. */
function details(lesson: DraftLesson, text: LessonText, original?: LessonText): string[] {
  const { competence, reviewed, sources } = text
  const same = (key: 'competence' | 'reviewed' | 'sources') =>
    JSON.stringify(text[key]) === JSON.stringify(original?.[key])
  return [
    ...(same('competence')
      ? []
      : [field('competence', competence, 'such as "AILit: Engage"; see the other lessons')]),
    ...(original === undefined ? [`minutes: ${lesson.minutes ?? 3}`] : []),
    ...(same('reviewed')
      ? []
      : [field('reviewed', reviewed, 'the day of your review, 2026-11-20')]),
    ...(same('sources') ? [] : sourceLines(sources)),
  ]
}

function sourceLines(sources: LessonText['sources']): string[] {
  if (sources.length === 0) return [`sources: [] # ${MARK}: at least one, with title, url and date`]
  return [
    'sources:',
    ...sources.flatMap(({ title, url, date }) => [
      `  - title: ${quoteText(title)}`,
      `    url: ${quoteText(url)}`,
      `    date: ${quoteText(date)}`,
    ]),
  ]
}

function questionLines({ id, answer, tags, texts }: DraftQuestion, locale: Locale): string[] {
  const text: QuestionText = texts[locale] ?? texts.id
  return [
    `  - id: ${quoteName(id)}`,
    `    ${field('objective', text.objective, 'what the question tests')}`,
    `    text: ${quoteText(text.text)}`,
    '    options:',
    ...text.options.map((option) => `      ${quoteName(option.key)}: ${quoteText(option.text)}`),
    `    answer: ${quoteName(answer)}`,
    `    ${field('explanation', text.explanation, 'why it is right, at most 200 characters')}`,
    ...(locale === 'id' && tags.length > 0
      ? [`    tags: [${tags.map(quoteName).join(', ')}]`]
      : []),
  ]
}

function field(key: string, text: string, wanted: string): string {
  return text === '' ? `${key}: "" # ${MARK}: ${wanted}` : `${key}: ${quoteText(text)}`
}

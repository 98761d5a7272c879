import type { Lesson, Question, QuestionOption, Track } from '../catalogue.ts'
import { cleanText } from './clean-text.ts'
import { textToHtml } from './html-text.ts'
import { markedComment } from './split-gift.ts'

/**
 * Tracks in GIFT, as Moodle's documentation has it (docs.moodle.org, "GIFT format"): a category a
 * lesson, a question a block, `[id:…]` and `[tag:…]` in its comments. What GIFT has no place for but
 * is worth keeping (titles and objectives) stands in comments, which every other reader passes over.
 * Indonesian only: a question of GIFT has one language.
 */
export function writeGift(tracks: readonly Track[]): string {
  const blocks = tracks.flatMap((track) => track.lessons.flatMap(lessonBlocks))
  return `${blocks.join('\n\n')}\n`
}

function lessonBlocks(lesson: Lesson): string[] {
  const { title, objective } = lesson.texts.id
  const category = [
    comment('title', title),
    comment('objective', objective),
    `$CATEGORY: ${categoryOf(lesson)}`,
  ].join('\n')
  return [category, ...lesson.questions.map(giftQuestion)]
}

/** Ids alone, in which nothing needs an escape; `top` is the root of a course's question bank. */
export function categoryOf({ trackId, id }: Pick<Lesson, 'trackId' | 'id'>): string {
  return `$course$/top/${trackId}/${id}`
}

/** One question, without the blank lines around it. */
export function giftQuestion({ id, tags, answer, texts }: Omit<Question, 'hash'>): string {
  const { objective, text, options, explanation } = texts.id
  const marks = [`[id:${id}]`, ...tags.map((tag) => `[tag:${tag}]`)].join(' ')
  return [
    comment('objective', objective),
    `// ${marks}`,
    // Polls show plain text: HTML and Markdown in it are to be seen, not obeyed.
    `::${escapeGift(id)}::[plain]${escapeGift(text)}{`,
    ...options.map((option, place) => `\t${giftOption(option, option.key === answer, place)}`),
    `\t####${formatted(explanation, /^\[/)}`,
    '}',
  ].join('\n')
}

function giftOption({ text }: QuestionOption, right: boolean, place: number): string {
  // A right answer that comes first and holds `->` is the first pair of a matching question to
  // parsers that, unlike Moodle, look no further. `>` has no escape but HTML's own.
  if (right && place === 0 && text.includes('->')) {
    return `=[html]${escapeGift(textToHtml(cleanText(text)))}`
  }
  return `${right ? '=' : '~'}${formatted(text, /^[[%]/)}`
}

/** A leading `[` may be read as a format and a leading `%` as a weight: naming the format ends both. */
function formatted(text: string, mistaken: RegExp): string {
  return `${mistaken.test(text.trim()) ? '[plain]' : ''}${escapeGift(text)}`
}

/** The control characters of GIFT, the backslash that escapes them, and line breaks as `\n`. */
export function escapeGift(text: string): string {
  return cleanText(text)
    .replaceAll(/[\\~=#{}:]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', String.raw`\n`)
}

function comment(name: string, text: string): string {
  return markedComment(name, cleanText(text).replaceAll(/\s*\n\s*/g, ' '))
}

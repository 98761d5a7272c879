import { join } from 'node:path'
import { buildLesson, lessonTexts, type Placed } from './build-lesson.ts'
import type { Lesson, LessonText, Locale } from './catalogue.ts'
import { compareLanguages } from './compare-languages.ts'
import { lessonFault, type LessonFault, type LessonProblem } from './faults/lesson-fault.ts'
import { lessonSchema, translationSchema } from './lesson-schema.ts'
import { MESSAGE_LIMIT, RESERVED_UNITS } from './limits.ts'
import { parseLesson, type FoundId, type ParsedLesson } from './parse-lesson.ts'
import { readText } from './read-text.ts'
import { assembleLesson } from './render-lesson.ts'
import type { YamlPath } from './yaml-document.ts'

/** Paths below the lessons' folder. */
export interface LessonFiles {
  readonly id: string
  readonly en?: string
}

/** One file of a lesson: what is measured in it, and where that stands. */
export interface WrittenText {
  readonly locale: Locale
  readonly file: string
  readonly bodyLine: number
  /** As Telegram shows it. */
  readonly body: string
  readonly words: number
  readonly lineOf: (path: YamlPath) => number
}

export interface ReadLesson {
  /** Undefined where anything is wrong with its fields. */
  readonly lesson: Lesson | undefined
  readonly ids: readonly (FoundId & { readonly file: string })[]
  /** Of the Indonesian body. */
  readonly words: number
  readonly questions: number
  /** Its files that could be read, Indonesian first: for what is measured of them. */
  readonly written: readonly WrittenText[]
  readonly problems: readonly LessonProblem[]
}

/** One lesson in all its languages, with everything that is wrong with its files. */
export async function readLesson(
  folder: string,
  files: LessonFiles,
  placed: Placed,
): Promise<ReadLesson> {
  const original = await parseFile(folder, files.id, lessonSchema)
  const english =
    files.en === undefined ? undefined : await parseFile(folder, files.en, translationSchema)
  const problems = [...original.problems, ...(english?.problems ?? [])]
  const ids = (original.parsed?.ids ?? []).map((id) => ({ ...id, file: files.id }))
  const counts = {
    ids,
    words: original.parsed?.words ?? 0,
    questions: ids.filter(({ kind }) => kind === 'question').length,
    written: [
      ...writtenText('id', files.id, original.parsed),
      ...writtenText('en', files.en, english?.parsed),
    ],
  }

  const first = written(original.parsed)
  const second = written(english?.parsed)
  if (first === undefined) return { ...counts, lesson: undefined, problems }
  if (second !== undefined && files.en !== undefined) {
    const differences = compareLanguages(first.fields, second.fields, second.lineOf)
    problems.push(...differences.map((fault) => ({ file: files.en ?? files.id, ...fault })))
  }
  const texts = lessonTexts(first, second)
  problems.push(...tooLong(files.id, texts.id, first, 'id'))
  if (second !== undefined && texts.en !== undefined && files.en !== undefined) {
    problems.push(...tooLong(files.en, texts.en, second, 'en'))
  }
  return { ...counts, lesson: buildLesson(first, second, placed), problems }
}

type Schema<T> = Parameters<typeof parseLesson<T>>[1]

async function parseFile<T>(
  folder: string,
  file: string,
  schema: Schema<T>,
): Promise<{ parsed: ParsedLesson<T> | undefined; problems: LessonProblem[] }> {
  const read = await readText(join(folder, file))
  const here = (faults: readonly LessonFault[]) => faults.map((fault) => ({ file, ...fault }))
  if (!read.ok) return { parsed: undefined, problems: here([read.fault]) }
  const parsed = parseLesson(read.text, schema)
  return { parsed, problems: here(parsed.faults) }
}

function writtenText(
  locale: Locale,
  file: string | undefined,
  parsed: ParsedLesson<unknown> | undefined,
): WrittenText[] {
  if (file === undefined || parsed === undefined) return []
  const { bodyLine, rendered, words, lineOf } = parsed
  return [{ locale, file, bodyLine, body: rendered.body.text, words, lineOf }]
}

function written<T>(parsed: ParsedLesson<T> | undefined) {
  if (parsed?.fields === undefined) return undefined
  return { ...parsed, fields: parsed.fields }
}

/** The whole message, as it is sent but for what the bot adds, must fit into one of Telegram's. */
function tooLong(
  file: string,
  text: LessonText,
  { rendered, bodyLine }: Pick<ParsedLesson<unknown>, 'rendered' | 'bodyLine'>,
  locale: Locale,
): LessonProblem[] {
  const { length } = assembleLesson(text, rendered, locale, { task: '', source: '' }).text
  const limit = MESSAGE_LIMIT - RESERVED_UNITS
  if (length <= limit) return []
  const known = { reserved: RESERVED_UNITS, message: MESSAGE_LIMIT }
  const values = { length, limit, over: length - limit, ...known }
  return [{ file, ...lessonFault(bodyLine, 'lesson-too-long', values) }]
}

import type { z } from 'zod'
import { emptyText } from '../platform/telegram/formatted-text.ts'
import { checkFields } from './check-fields.ts'
import { checkBody, checkField } from './check-markdown.ts'
import type { LessonFault } from './faults/lesson-fault.ts'
import { splitFrontMatter } from './front-matter.ts'
import { lessonExpected } from './lesson-schema.ts'
import { findPersonalData } from './personal-data.ts'
import type { RenderedParts } from './render-lesson.ts'
import { parseYaml, type YamlPath } from './yaml-document.ts'

export interface FoundId {
  readonly kind: 'lesson' | 'question'
  readonly id: string
  readonly line: number
}

export interface ParsedLesson<T> {
  /** Undefined where anything is wrong with them; the rest of the file is looked at all the same. */
  readonly fields: T | undefined
  readonly body: string
  readonly bodyLine: number
  /** Body and task as Telegram shows them. */
  readonly rendered: RenderedParts
  readonly words: number
  readonly ids: readonly FoundId[]
  readonly lineOf: (path: YamlPath) => number
  readonly faults: readonly LessonFault[]
}

/** One lesson file, in one language, held to `schema`. */
export function parseLesson<T>(text: string, schema: z.ZodType<T>): ParsedLesson<T> {
  const personal = findPersonalData(text)
  const split = splitFrontMatter(text)
  if (!split.ok) return { ...NOTHING, faults: [split.fault, ...personal] }
  const { yaml, yamlLine, body, bodyLine } = split.parts
  const document = parseYaml(yaml, yamlLine)
  const { fields, faults } = checkFields(document, schema, lessonExpected)
  const task = fieldOf(document.value, 'task')
  const checkedTask = checkField(typeof task === 'string' ? task : '', document.lineOf(['task']))
  const checked = checkBody(body, bodyLine)
  return {
    fields,
    body: body.trim(),
    bodyLine,
    rendered: { body: checked.rendered, task: checkedTask.rendered },
    words: checked.words,
    ids: findIds(document.value, document.lineOf),
    lineOf: document.lineOf,
    faults: [...faults, ...checkedTask.faults, ...checked.faults, ...personal],
  }
}

const NOTHING = {
  fields: undefined,
  body: '',
  bodyLine: 1,
  rendered: { body: emptyText, task: emptyText },
  words: 0,
  ids: [],
  lineOf: () => 1,
}

/** Also those of a lesson that is wrong elsewhere: an id is taken as soon as it is written. */
function findIds(value: unknown, lineOf: (path: YamlPath) => number): FoundId[] {
  const ids: FoundId[] = []
  const found = (kind: FoundId['kind'], holder: unknown, path: YamlPath) => {
    const id = fieldOf(holder, 'id')
    if (typeof id === 'string') ids.push({ kind, id, line: lineOf([...path, 'id']) })
  }
  found('lesson', value, [])
  const questions = fieldOf(value, 'questions')
  if (Array.isArray(questions)) {
    questions.forEach((question: unknown, index) => {
      found('question', question, ['questions', index])
    })
  }
  return ids
}

function fieldOf(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined
}

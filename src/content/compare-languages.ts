import type { LessonFields, TranslationFields } from './lesson-schema.ts'
import type { QuestionFields } from './question-schema.ts'
import { lessonFault, type FaultValues, type LessonFault } from './faults/lesson-fault.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import type { YamlPath } from './yaml-document.ts'

/**
 * What of an English lesson must be as in the Indonesian one, and is not: ids, the keys of the
 * options and their order, the right answer. An answer given in one language counts in both.
 */
export function compareLanguages(
  original: LessonFields,
  english: TranslationFields,
  lineOf: (path: YamlPath) => number,
): LessonFault[] {
  const faults: LessonFault[] = []
  const differs = (path: YamlPath, key: LessonFaultKey, values: FaultValues) =>
    faults.push(lessonFault(lineOf(path), key, values))

  if (english.id !== original.id) {
    differs(['id'], 'english-id', { id: english.id, original: original.id })
  }
  if (english.minutes !== undefined && english.minutes !== original.minutes) {
    const { minutes } = english
    differs(['minutes'], 'english-minutes', { minutes, original: original.minutes })
  }
  english.questions.forEach((question, index) => {
    const twin = original.questions.find(({ id }) => id === question.id)
    const path = ['questions', index]
    if (twin === undefined) {
      const known = original.questions.map(({ id }) => id).join(', ')
      differs([...path, 'id'], 'english-question-unknown', { id: question.id, known })
      return
    }
    if (keysOf(question) !== keysOf(twin)) {
      const values = { keys: keysOf(question), original: keysOf(twin) }
      differs([...path, 'options'], 'english-options', values)
    }
    if (question.answer !== twin.answer) {
      const values = { answer: question.answer, original: twin.answer }
      differs([...path, 'answer'], 'english-answer', values)
    }
  })
  for (const { id } of original.questions) {
    if (english.questions.some((question) => question.id === id)) continue
    differs(['questions'], 'english-question-missing', { id })
  }
  return faults
}

function keysOf({ options }: QuestionFields): string {
  return Object.keys(options).join(', ')
}

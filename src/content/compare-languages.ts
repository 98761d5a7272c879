import type { LessonFields, TranslationFields } from './lesson-schema.ts'
import type { QuestionFields } from './question-schema.ts'
import type { Fault } from './problem.ts'
import type { YamlPath } from './yaml-document.ts'

/**
 * What of an English lesson must be as in the Indonesian one, and is not: ids, the keys of the
 * options and their order, the right answer. An answer given in one language counts in both.
 */
export function compareLanguages(
  original: LessonFields,
  english: TranslationFields,
  lineOf: (path: YamlPath) => number,
): Fault[] {
  const faults: Fault[] = []
  const differs = (path: YamlPath, what: string, mend: string) =>
    faults.push({ line: lineOf(path), what, mend })

  if (english.id !== original.id) {
    differs(
      ['id'],
      `the id is ${english.id}, but ${original.id} in Indonesian`,
      `write ${original.id}`,
    )
  }
  if (english.minutes !== undefined && english.minutes !== original.minutes) {
    differs(
      ['minutes'],
      `\`minutes\` is ${english.minutes}, but ${original.minutes} in Indonesian`,
      'remove it here',
    )
  }
  english.questions.forEach((question, index) => {
    const twin = original.questions.find(({ id }) => id === question.id)
    const path = ['questions', index]
    if (twin === undefined) {
      const ids = original.questions.map(({ id }) => id).join(', ')
      differs(
        [...path, 'id'],
        `question ${question.id} is not in the Indonesian lesson`,
        `name one of ${ids}`,
      )
      return
    }
    if (keysOf(question) !== keysOf(twin)) {
      differs(
        [...path, 'options'],
        `the options are ${keysOf(question)}, but ${keysOf(twin)} in Indonesian`,
        'give the same keys in the same order',
      )
    }
    if (question.answer !== twin.answer) {
      differs(
        [...path, 'answer'],
        `\`answer\` is ${question.answer}, but ${twin.answer} in Indonesian`,
        'make the two agree',
      )
    }
  })
  for (const { id } of original.questions) {
    if (english.questions.some((question) => question.id === id)) continue
    differs(['questions'], `question ${id} is missing in English`, 'translate it too')
  }
  return faults
}

function keysOf({ options }: QuestionFields): string {
  return Object.keys(options).join(', ')
}

import type { Fault, Problem } from '../problem.ts'
import type { YamlPath } from '../yaml-document.ts'
import type { PresentLesson } from './present-lesson.ts'
import { PUBLISHED_FILE, type PublishedFields } from './published-schema.ts'

/**
 * Published ids that are gone, that stand for something else now, or that were retired and are used
 * again. Answers and review dates are kept under an id for years: each of these would count them for
 * a question that nobody was asked.
 * @param lineOf of a path in published.yaml
 */
export function comparePublished(
  { lessons: published, retired = [] }: PublishedFields,
  present: readonly PresentLesson[],
  lineOf: (path: YamlPath) => number,
): Problem[] {
  const gone = present.every(({ id }) => id !== undefined)
    ? goneIds(published, retired, present)
    : // What cannot be read may hold any of them: it is mended first.
      []
  return [
    ...gone.map(({ path, ...fault }) => ({ file: PUBLISHED_FILE, line: lineOf(path), ...fault })),
    ...present.flatMap((lesson) =>
      [...usedAgain(retired, lesson), ...movedOrChanged(published, lesson)].map((fault) => ({
        file: lesson.file,
        ...fault,
      })),
    ),
  ]
}

function goneIds(
  published: PublishedFields['lessons'],
  retired: readonly string[],
  present: readonly PresentLesson[],
) {
  const lessons = new Set(present.map(({ id }) => id))
  const questions = new Set(present.flatMap((lesson) => lesson.questions.map(({ id }) => id)))
  const gone = (kind: string, id: string, path: YamlPath) => ({
    path,
    what: `${kind} id ${id} was published and is gone`,
    mend: 'bring it back under this id, or move the id from `lessons` to `retired`',
  })
  return Object.entries(published).flatMap(([lesson, its]) => [
    ...(lessons.has(lesson) || retired.includes(lesson)
      ? []
      : [gone('lesson', lesson, ['lessons', lesson])]),
    ...Object.keys(its)
      .filter((id) => !questions.has(id) && !retired.includes(id))
      .map((id) => gone('question', id, ['lessons', lesson, id])),
  ])
}

function usedAgain(retired: readonly string[], { id, line, questions }: PresentLesson): Fault[] {
  return [{ id, line }, ...questions].flatMap((used) => {
    if (used.id === undefined || !retired.includes(used.id)) return []
    return [
      {
        line: used.line,
        what: `id ${used.id} was retired`,
        mend: `give another id, since old answers are kept under this one, or take it off \`retired\` in ${PUBLISHED_FILE} if it is the same thing again`,
      },
    ]
  })
}

function movedOrChanged(
  published: PublishedFields['lessons'],
  { id: lesson, questions }: PresentLesson,
): Fault[] {
  return questions.flatMap(({ id, line, objective }): Fault[] => {
    const [home, its] =
      Object.entries(published).find(([, known]) => Object.hasOwn(known, id)) ?? []
    if (home === undefined || its === undefined) return []
    if (lesson !== undefined && home !== lesson) {
      return [
        {
          line,
          what: `question id ${id} was published in lesson ${home}, and stands in ${lesson}`,
          mend: 'bring it back there, or give the question here another id',
        },
      ]
    }
    const before = its[id] ?? ''
    if (objective === undefined || tidy(objective) === tidy(before)) return []
    return [
      {
        line,
        what: `question ${id} was published with another objective (${JSON.stringify(before)})`,
        mend: `give a question that tests something else another id; if it tests the same, write the new wording in ${PUBLISHED_FILE} too`,
      },
    ]
  })
}

function tidy(text: string): string {
  return text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
}

import { join } from 'node:path'
import { assessmentExpected, assessmentSchema } from './assessment-schema.ts'
import { buildAssessment } from './build-assessment.ts'
import type { Assessment } from './catalogue.ts'
import { checkFields } from './check-fields.ts'
import { compareForms, type TaughtLessons } from './compare-forms.ts'
import { findItems, type ItemGroup } from './find-items.ts'
import type { FoundId } from './parse-lesson.ts'
import type { LessonFault, LessonProblem } from './faults/lesson-fault.ts'
import { findPersonalData } from './personal-data.ts'
import { readText } from './read-text.ts'
import { parseYaml } from './yaml-document.ts'

/** In a track's folder. */
export const ASSESSMENT_FILE = 'assessment.yaml'

export interface FoundItem extends FoundId {
  readonly file: string
  readonly group: ItemGroup
  /** Undefined where it names none. */
  readonly lesson: string | undefined
}

export interface ReadAssessment {
  readonly file: string
  /** Undefined where anything is wrong with its fields. */
  readonly assessment: Assessment | undefined
  readonly items: readonly FoundItem[]
  /** The line on which a form begins. */
  readonly lines: Readonly<Record<ItemGroup, number>>
  readonly problems: readonly LessonProblem[]
}

/** The assessment of the track in `name`, with everything that is wrong with its file. */
export async function readAssessment(
  folder: string,
  name: string,
  lessons: TaughtLessons,
): Promise<ReadAssessment> {
  const file = `${name}/${ASSESSMENT_FILE}`
  const here = (faults: readonly LessonFault[]) => faults.map((fault) => ({ file, ...fault }))
  const read = await readText(join(folder, file))
  if (!read.ok) {
    const lines = { a: 1, b: 1, delayed: 1 }
    return { file, assessment: undefined, items: [], lines, problems: here([read.fault]) }
  }
  const document = parseYaml(read.text)
  const { lineOf } = document
  const { fields, faults } = checkFields(document, assessmentSchema, assessmentExpected)
  const items = findItems(document.value)
  return {
    file,
    assessment: fields === undefined ? undefined : buildAssessment(fields),
    items: items.flatMap(({ group, id, lesson, path }): FoundItem[] =>
      id === undefined
        ? []
        : [{ kind: 'question', id, line: lineOf([...path, 'id']), file, group, lesson }],
    ),
    lines: {
      a: lineOf(['forms', 'a']),
      b: lineOf(['forms', 'b']),
      delayed: lineOf(['delayed']),
    },
    problems: here([
      ...faults,
      ...compareForms(items, lessons, lineOf),
      ...findPersonalData(read.text),
    ]),
  }
}

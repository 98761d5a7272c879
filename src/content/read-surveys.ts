import { join } from 'node:path'
import { buildSurveys } from './build-surveys.ts'
import type { SurveyQuestion, Surveys } from './catalogue.ts'
import { checkFields } from './check-fields.ts'
import type { LessonFault, LessonProblem } from './faults/lesson-fault.ts'
import { findPersonalData } from './personal-data.ts'
import { readText } from './read-text.ts'
import { surveysExpected, surveysSchema } from './survey-schema.ts'
import { parseYaml, type YamlDocument, type YamlPath } from './yaml-document.ts'

/** Beside the tracks' folders. */
export const SURVEYS_FILE = 'surveys.yaml'

/** What answers are kept under: a statement, a question, or an option of one. */
export interface FoundSurveyId {
  readonly kind: 'statement' | 'question' | 'option'
  /** Of an option: that of its question, a hyphen, and its key. */
  readonly id: string
  readonly file: string
  readonly line: number
  /** In Indonesian. */
  readonly text: string
}

export interface ReadSurveys {
  /** Undefined where anything is wrong with their fields. */
  readonly surveys: Surveys | undefined
  /** Empty where anything is wrong with their fields. */
  readonly ids: readonly FoundSurveyId[]
  readonly problems: readonly LessonProblem[]
}

/** surveys.yaml below `folder`, with everything that is wrong with it. */
export async function readSurveys(folder: string): Promise<ReadSurveys> {
  const file = SURVEYS_FILE
  const here = (faults: readonly LessonFault[]) => faults.map((fault) => ({ file, ...fault }))
  const read = await readText(join(folder, file))
  if (!read.ok) return { surveys: undefined, ids: [], problems: here([read.fault]) }
  const document = parseYaml(read.text)
  const { fields, faults } = checkFields(document, surveysSchema, surveysExpected)
  const problems = here([...faults, ...findPersonalData(read.text)])
  if (fields === undefined) return { surveys: undefined, ids: [], problems }
  const surveys = buildSurveys(fields)
  return { surveys, ids: findIds(surveys, document), problems }
}

function findIds({ attitude, aiAtWork }: Surveys, { lineOf }: YamlDocument): FoundSurveyId[] {
  const file = SURVEYS_FILE
  const question = ({ id, text, options }: SurveyQuestion, path: YamlPath): FoundSurveyId[] => [
    { kind: 'question', id, file, line: lineOf([...path, 'id']), text: text.id },
    ...options.map((option) => ({
      kind: 'option' as const,
      id: `${id}-${option.key}`,
      file,
      line: lineOf([...path, 'options', option.key]),
      text: option.text.id,
    })),
  ]
  return [
    ...attitude.statements.map(({ id, text }, index) => ({
      kind: 'statement' as const,
      id,
      file,
      line: lineOf(['attitude', 'statements', index, 'id']),
      text: text.id,
    })),
    ...question(aiAtWork.frequency, ['ai-at-work', 'frequency']),
    ...question(aiAtWork.purpose, ['ai-at-work', 'purpose']),
  ]
}

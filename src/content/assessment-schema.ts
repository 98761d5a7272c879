import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { QUESTION_LIMIT, EXPLANATION_LIMIT } from './limits.ts'
import {
  holdTogether,
  inBoth,
  kebab,
  optionKey,
  questionsExpectedAt,
  questionTags,
  questionTexts,
} from './question-schema.ts'

/** Three options in every item: with another number the chance of a guess would be another. */
const THREE = { least: 3, most: 3, mend: 'write three options' } as const

const item = holdTogether(
  z.strictObject({
    id: kebab,
    lesson: kebab,
    objective: inBoth(questionTexts.objective),
    text: inBoth(questionTexts.text),
    options: z.record(optionKey, inBoth(questionTexts.option)),
    answer: z.string(),
    explanation: inBoth(questionTexts.explanation),
    tags: questionTags,
  }),
  THREE,
)

const items = z.array(item).min(1)

/** assessment.yaml: two parallel forms, and the items of the check after 30 days. */
export const assessmentSchema = z.strictObject({
  forms: z.strictObject({ a: items, b: items }),
  delayed: items,
})

export type AssessmentFields = z.infer<typeof assessmentSchema>
export type ItemFields = z.infer<typeof item>

const itemExpected: Expected = {
  lesson: 'the id of the lesson whose objective it tests',
  objective: 'the objective as { id: "...", en: "..." }',
  text: `the question as { id: "...", en: "..." }, at most ${QUESTION_LIMIT} characters each`,
  options: 'three options as `a: { id: "...", en: "..." }`, each key a letter',
  explanation: `why it is right as { id: "...", en: "..." }, at most ${EXPLANATION_LIMIT} characters each`,
}

export const assessmentExpected: Expected = {
  '': 'keys with values: forms, delayed',
  forms: 'the two forms as `a:` and `b:`, each a list of items',
  delayed: 'a list of at least one item',
  ...questionsExpectedAt('forms.a', itemExpected),
  ...questionsExpectedAt('forms.b', itemExpected),
  ...questionsExpectedAt('delayed', itemExpected),
}

import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { phrase } from './faults/lesson-fault.ts'
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
const THREE = { least: 3, most: 3, fault: 'options-not-three' } as const

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
  lesson: phrase('item-lesson'),
  objective: phrase('item-objective'),
  text: phrase('item-text', { limit: QUESTION_LIMIT }),
  options: phrase('item-options'),
  explanation: phrase('item-explanation', { limit: EXPLANATION_LIMIT }),
}

export const assessmentExpected: Expected = {
  '': phrase('keys', { keys: 'forms, delayed' }),
  forms: phrase('forms'),
  delayed: phrase('items'),
  ...questionsExpectedAt('forms.a', itemExpected),
  ...questionsExpectedAt('forms.b', itemExpected),
  ...questionsExpectedAt('delayed', itemExpected),
}

import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { phrase } from './faults/lesson-fault.ts'
import { saying } from './faults/own-rule.ts'
import { OPTION_LIMIT, QUESTION_LIMIT, STATEMENT_LIMIT, SURVEY_INTRO_LIMIT } from './limits.ts'
import {
  fits,
  ID_EXPECTED,
  inBoth,
  kebab,
  line,
  optionKey,
  questionTexts,
} from './question-schema.ts'

const option = inBoth(questionTexts.option)
const asked = { id: kebab, text: inBoth(questionTexts.text) }

/** surveys.yaml: what is asked of everybody, and has no right answer. */
export const surveysSchema = z.strictObject({
  attitude: z.strictObject({
    text: inBoth(line.refine(...fits(SURVEY_INTRO_LIMIT))),
    scale: z.array(option).refine(
      (labels) => labels.length === 5,
      saying('scale-not-five', (labels) => ({ count: Array.isArray(labels) ? labels.length : 0 })),
    ),
    statements: z
      .array(
        z.strictObject({
          id: kebab,
          text: inBoth(line.refine(...fits(STATEMENT_LIMIT))),
          reverse: z.boolean().optional(),
        }),
      )
      .min(1),
  }),
  'ai-at-work': z.strictObject({
    // What is counted by its key is named here, so that no edit renames it.
    frequency: z.strictObject({
      ...asked,
      options: z.strictObject({ belum: option, pernah: option, mingguan: option, harian: option }),
    }),
    purpose: z.strictObject({ ...asked, options: z.record(optionKey, option) }),
  }),
})

export type SurveysFields = z.infer<typeof surveysSchema>

const QUESTION = phrase('item-text', { limit: QUESTION_LIMIT })
const OPTIONS = { limit: OPTION_LIMIT }

export const surveysExpected: Expected = {
  '': phrase('keys', { keys: 'attitude, ai-at-work' }),
  attitude: phrase('keys', { keys: 'text, scale, statements' }),
  'attitude.text': phrase('survey-above', { limit: SURVEY_INTRO_LIMIT }),
  'attitude.scale': phrase('survey-scale'),
  'attitude.statements': phrase('survey-statements'),
  'attitude.statements.id': ID_EXPECTED,
  'attitude.statements.text': phrase('survey-statement', { limit: STATEMENT_LIMIT }),
  'attitude.statements.reverse': phrase('survey-reverse'),
  'ai-at-work': phrase('keys', { keys: 'frequency, purpose' }),
  'ai-at-work.frequency': phrase('keys', { keys: 'id, text, options' }),
  'ai-at-work.frequency.id': ID_EXPECTED,
  'ai-at-work.frequency.text': QUESTION,
  'ai-at-work.frequency.options': phrase('survey-frequency', OPTIONS),
  'ai-at-work.purpose': phrase('keys', { keys: 'id, text, options' }),
  'ai-at-work.purpose.id': ID_EXPECTED,
  'ai-at-work.purpose.text': QUESTION,
  'ai-at-work.purpose.options': phrase('survey-purpose', OPTIONS),
}

import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
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
    scale: z.array(option).refine((labels) => labels.length === 5, {
      error: ({ input }) => `\`scale\` has ${Array.isArray(input) ? input.length : 0} labels`,
      params: { mend: 'write five' },
    }),
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

const QUESTION = `the question as { id: "...", en: "..." }, at most ${QUESTION_LIMIT} characters each`
const OPTIONS = `as \`key: { id: "...", en: "..." }\`, at most ${OPTION_LIMIT} characters each`

export const surveysExpected: Expected = {
  '': 'keys with values: attitude, ai-at-work',
  attitude: 'keys with values: text, scale, statements',
  'attitude.text': `what stands above each statement as { id: "...", en: "..." }, at most ${SURVEY_INTRO_LIMIT} characters each`,
  'attitude.scale': 'five labels as { id: "...", en: "..." }, from disagreement to agreement',
  'attitude.statements': 'a list of `id` and `text`, and `reverse: true` where to agree is worse',
  'attitude.statements.id': ID_EXPECTED,
  'attitude.statements.text': `the statement as { id: "...", en: "..." }, at most ${STATEMENT_LIMIT} characters each`,
  'attitude.statements.reverse': 'true where to agree is worse, or leave it out',
  'ai-at-work': 'keys with values: frequency, purpose',
  'ai-at-work.frequency': 'keys with values: id, text, options',
  'ai-at-work.frequency.id': ID_EXPECTED,
  'ai-at-work.frequency.text': QUESTION,
  'ai-at-work.frequency.options': `belum, pernah, mingguan and harian, ${OPTIONS}`,
  'ai-at-work.purpose': 'keys with values: id, text, options',
  'ai-at-work.purpose.id': ID_EXPECTED,
  'ai-at-work.purpose.text': QUESTION,
  'ai-at-work.purpose.options': `options ${OPTIONS}`,
}

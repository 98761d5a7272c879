import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { isCalendarDate } from './calendar-date.ts'
import { phrase } from './faults/lesson-fault.ts'
import { leadsSomewhere } from './openable-address.ts'
import {
  ID_EXPECTED,
  kebab,
  line,
  questionSchema,
  questionsExpectedAt,
  text,
} from './question-schema.ts'

const source = z.strictObject({
  title: line,
  url: z.string().refine(isWebAddress),
  date: z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().refine((value) => isCalendarDate(value, 'partial')),
  ),
})

const shared = {
  id: kebab,
  title: line,
  objective: line,
  task: text,
  questions: z.array(questionSchema).min(1),
}

const details = {
  competence: line,
  minutes: z.int().min(1).max(15),
  reviewed: z.string().refine((value) => isCalendarDate(value, 'day')),
  sources: z.array(source).min(1),
}

/** The front matter of an Indonesian lesson. */
export const lessonSchema = z.strictObject({ ...shared, ...details })

/** That of an English one: what it leaves out is as in the Indonesian lesson beside it. */
export const translationSchema = z.strictObject({
  ...shared,
  competence: details.competence.optional(),
  minutes: details.minutes.optional(),
  reviewed: details.reviewed.optional(),
  sources: details.sources.optional(),
})

export type LessonFields = z.infer<typeof lessonSchema>
export type TranslationFields = z.infer<typeof translationSchema>

export const lessonExpected: Expected = {
  '': phrase('lesson-keys'),
  id: ID_EXPECTED,
  title: phrase('title'),
  objective: phrase('objective'),
  competence: phrase('competence'),
  minutes: phrase('minutes'),
  reviewed: phrase('reviewed'),
  sources: phrase('sources'),
  'sources.title': phrase('source-title'),
  'sources.url': phrase('source-url'),
  'sources.date': phrase('source-date'),
  task: phrase('task'),
  questions: phrase('questions'),
  ...questionsExpectedAt('questions'),
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && leadsSomewhere(value)
}

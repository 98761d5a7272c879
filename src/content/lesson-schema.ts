import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { isCalendarDate } from './calendar-date.ts'
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
  '': 'keys with values, such as `title: ...`',
  id: ID_EXPECTED,
  title: 'the title, on one line',
  objective: 'the objective, on one line',
  competence: 'the competence that the lesson serves, such as "AILit: Engage ..."',
  minutes: 'the minutes it takes, a whole number from 1 to 15',
  reviewed: 'the day of the last review, such as 2026-11-20',
  sources: 'at least one source as a list of `title`, `url` and `date`',
  'sources.title': 'the title of the source',
  'sources.url': 'the full address of the source, with https://',
  'sources.date': 'the date on which the fact held, such as "2026-03-12", "2026-03" or "2026"',
  task: 'one practical task of at most five minutes',
  questions: 'at least one question in the list',
  ...questionsExpectedAt('questions'),
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && leadsSomewhere(value)
}

import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { isCalendarDate } from './calendar-date.ts'
import { KNOWN_TAGS, isKnownTag } from './known-tags.ts'
import {
  EXPLANATION_LIMIT,
  EXPLANATION_LINE_FEEDS,
  FEWEST_OPTIONS,
  MOST_OPTIONS,
  OPTION_LIMIT,
  QUESTION_LIMIT,
} from './limits.ts'
import { leadsSomewhere } from './openable-address.ts'

/** Ids and slugs; short enough for Telegram's 64 bytes of callback data with something before it. */
export const kebab = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const text = z.string().trim().min(1)
const line = text.refine((value) => !value.includes('\n'), {
  error: 'a line break stands where there is room for one line only',
  params: { mend: 'write it on one line' },
})

/** Telegram counts UTF-16 units, and so does `length`; zod's own `max` counts an emoji as one. */
const fits = (limit: number) =>
  [(value: string) => value.length <= limit, { params: { limit } }] as const

const source = z.strictObject({
  title: line,
  url: z.string().refine(isWebAddress),
  date: z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().refine((value) => isCalendarDate(value, 'partial')),
  ),
})

const question = z
  .strictObject({
    id: kebab,
    objective: line,
    text: text.refine(...fits(QUESTION_LIMIT)),
    options: z.record(z.string().regex(/^[a-z][a-z0-9]{0,9}$/), line.refine(...fits(OPTION_LIMIT))),
    answer: z.string(),
    explanation: text
      .refine(...fits(EXPLANATION_LIMIT))
      .refine((value) => value.split('\n').length - 1 <= EXPLANATION_LINE_FEEDS, {
        error: '`explanation` has more line breaks than Telegram takes',
        params: { mend: `keep ${EXPLANATION_LINE_FEEDS} at most` },
      }),
    tags: z
      .array(
        z.string().refine(isKnownTag, {
          error: ({ input }) => `tag ${JSON.stringify(input)} is not known`,
          params: { mend: `write one of ${KNOWN_TAGS.join(', ')}, or leave it out` },
        }),
      )
      .optional(),
  })
  // Each `when` is true: a mistake in one field must not hide the one in another.
  .refine((given) => hasRightNumber(optionsOf(given)), {
    path: ['options'],
    when: () => true,
    error: ({ input }) => `\`options\` has ${optionsOf(input)?.length ?? 0}`,
    params: { mend: `write ${FEWEST_OPTIONS} to ${MOST_OPTIONS} options; three are best` },
  })
  .refine((given) => isDistinct(optionsOf(given)), {
    path: ['options'],
    when: () => true,
    error: 'two options have the same text',
    params: { mend: 'make every option say something else' },
  })
  .refine((given) => answerIsOption(given), {
    path: ['answer'],
    when: () => true,
    error: ({ input }) => {
      const keys = optionsOf(input)?.map(([key]) => key) ?? []
      return `\`answer\` is ${JSON.stringify(fieldOf(input, 'answer'))}, but options are ${keys.join(', ')}`
    },
    params: { mend: 'name one of them' },
  })

const shared = {
  id: kebab,
  title: line,
  objective: line,
  task: text,
  questions: z.array(question).min(1),
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
export type QuestionFields = z.infer<typeof question>

const ID = 'an id in small letters, digits and hyphens, at most 60'

export const lessonExpected: Expected = {
  '': 'keys with values, such as `title: ...`',
  id: ID,
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
  'questions.id': ID,
  'questions.objective': 'the objective that the question tests',
  'questions.text': `the question, at most ${QUESTION_LIMIT} characters`,
  'questions.options': 'options as `a: "..."`, `b: "..."`, each key a letter',
  'questions.answer': 'the key of the right option, such as b',
  'questions.explanation': `why it is right, at most ${EXPLANATION_LIMIT} characters`,
  'questions.tags': `tags as a list of ${KNOWN_TAGS.join(', ')}`,
}

function fieldOf(given: unknown, key: string): unknown {
  return typeof given === 'object' && given !== null ? Reflect.get(given, key) : undefined
}

/** The options of a question that need not be a valid one. */
function optionsOf(given: unknown): [string, unknown][] | undefined {
  const options = fieldOf(given, 'options')
  if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined
  return Object.entries(options)
}

function hasRightNumber(options: [string, unknown][] | undefined): boolean {
  if (options === undefined) return true
  return options.length >= FEWEST_OPTIONS && options.length <= MOST_OPTIONS
}

/** Telegram shows them side by side: what differs in case or spaces alone does not differ. */
function isDistinct(options: [string, unknown][] | undefined): boolean {
  const texts = (options ?? []).flatMap(([, value]) => {
    return typeof value === 'string' && value.trim() !== ''
      ? [value.toLowerCase().replaceAll(/\s+/g, ' ').trim()]
      : []
  })
  return new Set(texts).size === texts.length
}

function answerIsOption(given: unknown): boolean {
  const options = optionsOf(given)
  const answer = fieldOf(given, 'answer')
  if (options === undefined || typeof answer !== 'string') return true
  return options.some(([key]) => key === answer)
}

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && leadsSomewhere(value)
}

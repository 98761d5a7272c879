import { z } from 'zod'
import type { Expected } from './explain-issue.ts'
import { phrase } from './faults/lesson-fault.ts'
import { saying } from './faults/own-rule.ts'
import { KNOWN_TAGS, isKnownTag } from './known-tags.ts'
import {
  EXPLANATION_LIMIT,
  EXPLANATION_LINE_FEEDS,
  FEWEST_OPTIONS,
  MOST_OPTIONS,
  OPTION_LIMIT,
  QUESTION_LIMIT,
} from './limits.ts'

/** Ids and slugs; short enough for Telegram's 64 bytes of callback data with something before it. */
export const kebab = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

export const text = z.string().trim().min(1)
export const line = text.refine((value) => !value.includes('\n'), saying('line-break'))

/** What a reader sees in both languages, side by side in one file. */
export const inBoth = <T extends z.ZodType>(part: T) => z.strictObject({ id: part, en: part })

/** Telegram counts UTF-16 units, and so does `length`; zod's own `max` counts an emoji as one. */
export const fits = (limit: number) =>
  [(value: string) => value.length <= limit, { params: { limit } }] as const

/** The identity of an option. */
export const optionKey = z.string().regex(/^[a-z][a-z0-9]{0,9}$/)

/** The texts of a question in one language, which a lesson and an assessment hold to the same limits. */
export const questionTexts = {
  objective: line,
  text: text.refine(...fits(QUESTION_LIMIT)),
  option: line.refine(...fits(OPTION_LIMIT)),
  explanation: text.refine(...fits(EXPLANATION_LIMIT)).refine(
    (value) => value.split('\n').length - 1 <= EXPLANATION_LINE_FEEDS,
    saying('explanation-lines', () => ({ most: EXPLANATION_LINE_FEEDS })),
  ),
}

export const questionTags = z
  .array(
    z.string().refine(
      isKnownTag,
      saying('tag-unknown', (tag) => ({
        tag: JSON.stringify(tag),
        known: KNOWN_TAGS.join(', '),
      })),
    ),
  )
  .optional()

/** How many options a question may have, and how to say so. */
export interface OptionCount {
  readonly least: number
  readonly most: number
  readonly fault: 'options-count' | 'options-not-three'
}

const ANY_QUESTION: OptionCount = {
  least: FEWEST_OPTIONS,
  most: MOST_OPTIONS,
  fault: 'options-count',
}

/**
 * What must hold between the fields of a question: so many options, each with its own text in every
 * language that it is written in, and an answer that is one of them.
 */
export function holdTogether<T extends z.ZodType>(question: T, count = ANY_QUESTION): T {
  // Each `when` is true: a mistake in one field must not hide the one in another.
  return question
    .refine((given) => hasRightNumber(optionsOf(given), count), {
      path: ['options'],
      when: () => true,
      ...saying(count.fault, (given) => ({
        count: optionsOf(given)?.length ?? 0,
        least: count.least,
        most: count.most,
      })),
    })
    .refine((given) => isDistinct(optionsOf(given)), {
      path: ['options'],
      when: () => true,
      ...saying('options-alike'),
    })
    .refine((given) => answerIsOption(given), {
      path: ['answer'],
      when: () => true,
      ...saying('answer-no-option', (given) => ({
        answer: JSON.stringify(fieldOf(given, 'answer')),
        keys: (optionsOf(given) ?? []).map(([key]) => key).join(', '),
      })),
    })
}

/** A question of a lesson, in one language. */
export const questionSchema = holdTogether(
  z.strictObject({
    id: kebab,
    objective: questionTexts.objective,
    text: questionTexts.text,
    options: z.record(optionKey, questionTexts.option),
    answer: z.string(),
    explanation: questionTexts.explanation,
    tags: questionTags,
  }),
)

export type QuestionFields = z.infer<typeof questionSchema>

export const ID_EXPECTED = phrase('id-wanted')

const questionExpected: Expected = {
  id: ID_EXPECTED,
  objective: phrase('question-objective'),
  text: phrase('question-text', { limit: QUESTION_LIMIT }),
  options: phrase('question-options'),
  answer: phrase('question-answer'),
  explanation: phrase('question-explanation', { limit: EXPLANATION_LIMIT }),
  tags: phrase('question-tags', { known: KNOWN_TAGS.join(', ') }),
}

/** The words for questions that stand at `path` of a file; `others` come before them. */
export function questionsExpectedAt(path: string, others: Expected = {}): Expected {
  const words = Object.entries({ ...questionExpected, ...others })
  return Object.fromEntries(words.map(([field, wanted]) => [`${path}.${field}`, wanted]))
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

function hasRightNumber(
  options: [string, unknown][] | undefined,
  { least, most }: OptionCount,
): boolean {
  if (options === undefined) return true
  return options.length >= least && options.length <= most
}

/** Telegram shows them side by side: what differs in case or spaces alone does not differ. */
function isDistinct(options: [string, unknown][] | undefined): boolean {
  const written = (options ?? []).map(([, value]) => value)
  const inOneLanguage = [
    written,
    written.map((value) => fieldOf(value, 'id')),
    written.map((value) => fieldOf(value, 'en')),
  ]
  return inOneLanguage.every((values) => {
    const texts = values.flatMap((value) => {
      return typeof value === 'string' && value.trim() !== ''
        ? [value.toLowerCase().replaceAll(/\s+/g, ' ').trim()]
        : []
    })
    return new Set(texts).size === texts.length
  })
}

function answerIsOption(given: unknown): boolean {
  const options = optionsOf(given)
  const answer = fieldOf(given, 'answer')
  if (options === undefined || typeof answer !== 'string') return true
  return options.some(([key]) => key === answer)
}

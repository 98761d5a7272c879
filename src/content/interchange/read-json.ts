import { z } from 'zod'
import type { Texts } from '../catalogue.ts'
import { checkFields } from '../check-fields.ts'
import type { Expected } from '../explain-issue.ts'
import { phrase, type LessonFault } from '../faults/lesson-fault.ts'
import { saying } from '../faults/own-rule.ts'
import { kebab } from '../question-schema.ts'
import type { Fault } from '../problem.ts'
import { parseYaml } from '../yaml-document.ts'
import type { DraftTrack } from './draft.ts'
import { findJsonError } from './find-json-error.ts'
import { JSON_FORMAT, JSON_VERSION } from './write-json.ts'

export type ReadJson =
  | { readonly ok: true; readonly draft: DraftTrack }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const both = <T extends z.ZodType>(text: T) => z.strictObject({ id: text, en: text.optional() })
const localised = z.strictObject({ id: z.string(), en: z.string() })

const question = z.strictObject({
  id: z.string(),
  answer: z.string(),
  tags: z.array(kebab),
  texts: both(
    z.strictObject({
      objective: z.string(),
      text: z.string(),
      options: z.array(z.strictObject({ key: z.string(), text: z.string() })),
      explanation: z.string(),
    }),
  ),
})

const items = z.array(question.extend({ lessonId: z.string() }))

/** The shape alone: whether lengths, dates and answers are right is for `lessons check` to say. */
const schema = z.strictObject({
  format: z.literal(JSON_FORMAT),
  version: z.literal(JSON_VERSION),
  tracks: z
    .array(
      z.strictObject({
        id: z.string(),
        title: localised,
        description: localised,
        for: z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.enum(['common', 'rest']) }),
          z.strictObject({ kind: z.enum(['role', 'sector']), value: z.string() }),
        ]),
        lessons: z
          .array(
            z.strictObject({
              // It becomes the name of a file, so nothing but a slug will do.
              slug: kebab,
              id: z.string(),
              minutes: z.number(),
              texts: both(
                z.strictObject({
                  title: z.string(),
                  objective: z.string(),
                  competence: z.string(),
                  body: z.string(),
                  task: z.string(),
                  sources: z.array(
                    z.strictObject({ title: z.string(), url: z.string(), date: z.string() }),
                  ),
                  reviewed: z.string(),
                }),
              ),
              questions: z.array(question),
            }),
          )
          .min(1)
          .refine(
            (lessons) => new Set(lessons.map(({ slug }) => slug)).size === lessons.length,
            saying('json-slugs-alike'),
          ),
        assessment: z
          .strictObject({ forms: z.strictObject({ a: items, b: items }), delayed: items })
          .optional(),
      }),
    )
    .refine(
      (tracks) => tracks.length === 1,
      saying('json-tracks', (tracks) => ({ count: Array.isArray(tracks) ? tracks.length : 0 })),
    ),
})

const expected: Expected = {
  '': phrase('json-whole'),
  format: phrase('literal', { text: JSON.stringify(JSON_FORMAT) }),
  version: phrase('literal', { text: String(JSON_VERSION) }),
  'tracks.lessons': phrase('json-lessons'),
  'tracks.lessons.slug': phrase('slug-wanted'),
  'tracks.lessons.questions.tags': phrase('json-tags'),
}

/** One track from JSON of ours; every mistake with its line. Never throws. */
export function readJson(text: string): ReadJson {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, faults: [broken(text)] }
  }
  const checked = schema.safeParse(value)
  if (checked.success) {
    const [track] = checked.data.tracks
    if (track !== undefined) return { ok: true, draft: draftOf(track) }
  }
  // JSON is YAML too, whose reader knows the lines; it is slower, and asked only now.
  const document = { ...parseYaml(text), value, faults: [] }
  const { faults } = checkFields(document, schema, expected)
  return { ok: false, faults: faults.map(namedForJson) }
}

type JsonTrack = z.infer<typeof schema>['tracks'][number]

function draftOf({ title, description, for: whom, lessons, assessment }: JsonTrack): DraftTrack {
  return {
    title,
    description,
    for: whom,
    lessons: lessons.map((lesson) => ({
      ...lesson,
      texts: textsOf(lesson.texts),
      questions: lesson.questions.map(withTexts),
    })),
    ...(assessment === undefined
      ? {}
      : {
          assessment: {
            forms: {
              a: assessment.forms.a.map(withTexts),
              b: assessment.forms.b.map(withTexts),
            },
            delayed: assessment.delayed.map(withTexts),
          },
        }),
  }
}

function withTexts<Q extends z.infer<typeof question>>(given: Q) {
  return { ...given, texts: textsOf(given.texts) }
}

/** A language that is not there has no key. */
function textsOf<T>({ id, en }: { id: T; en?: T | undefined }): Texts<T> {
  return en === undefined ? { id } : { id, en }
}

/** The words of a lesson's file, where they are about the whole of it. */
function namedForJson({ line, what, mend }: LessonFault): Fault {
  return { line, what: what.replace(/^the front matter /, 'the file '), mend }
}

function broken(text: string): Fault {
  const { offset, wanted } = findJsonError(text) ?? { offset: 0, wanted: 'JSON' }
  const before = text.slice(0, offset).trimEnd()
  const found = text.slice(offset, offset + 20).split('\n')[0] ?? ''
  // What is cut off is missing at the end of what is there.
  const place = found === '' ? before : text.slice(0, offset)
  return {
    line: place.split('\n').length,
    what: `broken JSON: ${found === '' ? 'the file ends' : `\`${found}\` stands`} where ${wanted} should be`,
    mend: 'correct it, or export it again',
  }
}

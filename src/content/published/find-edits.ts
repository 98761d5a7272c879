import { itemsOf } from '../build-assessment.ts'
import type { Lesson, Question } from '../catalogue.ts'
import { compareText } from '../problem.ts'
import type { ReadTrack } from '../read-track.ts'
import { goesOn, judgeEdit, type EditKind } from './judge-edit.ts'
import { vocabularyOf } from './vocabulary.ts'
import { wordingOf, type Wording } from './wording.ts'
import type { PublishedWording, PublishedWordings } from './wordings-schema.ts'

/** A question that is worded otherwise than it was published. */
export interface FoundEdit {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly kind: Exclude<EditKind, 'same'>
  /** In words. */
  readonly reason: string
  /** That its statistics are kept under from now on: the published one, or the next. */
  readonly version: number
}

/** A question that stands in the folder, and where. */
export interface PlacedQuestion {
  readonly question: Question
  readonly file: string
  readonly line: number
}

/** The questions of all lessons and assessments that could be read. */
export function placedQuestions(tracks: readonly ReadTrack[]): PlacedQuestion[] {
  return tracks.flatMap(({ lessons, assessment }) => [
    ...lessons.flatMap(({ lesson, ids }) =>
      placed(
        lesson?.questions ?? [],
        ids.filter(({ kind }) => kind === 'question'),
      ),
    ),
    ...(assessment?.assessment === undefined
      ? []
      : placed(itemsOf(assessment.assessment), assessment.items)),
  ])
}

function placed(
  questions: readonly Question[],
  ids: readonly { readonly id: string; readonly file: string; readonly line: number }[],
): PlacedQuestion[] {
  return questions.map((question) => {
    const place = ids.find(({ id }) => id === question.id)
    return { question, file: place?.file ?? '', line: place?.line ?? 1 }
  })
}

/** What of each question changed since it was published; nothing of one that never was. */
export function findEdits(
  placed: readonly PlacedQuestion[],
  lessons: readonly Lesson[],
  published: PublishedWordings,
): FoundEdit[] {
  const changed = placed.flatMap((one) => {
    const before = published[one.question.id]
    return before === undefined || isAlike(before, one.question) ? [] : [{ ...one, before }]
  })
  if (changed.length === 0) return []
  const vocabulary = vocabularyOf({ lessons, questions: placed.map(({ question }) => question) })
  return changed.flatMap(({ question, before, file, line }): FoundEdit[] => {
    const { id } = question
    const isOrdinary = vocabulary.besides(id)
    const { kind, reason } = judgeEdit(asWording(before), wordingOf(question), isOrdinary)
    if (kind === 'same') return []
    const version = goesOn(kind) ? before.version : before.version + 1
    return [{ id, file, line, kind, reason, version }]
  })
}

/**
 * The wordings to keep from now on, by id: those of `placed`, each with its version, and those of
 * questions that are not here now, since their numbers must not begin again if they come back.
 */
export function takeUpWordings(
  placed: readonly PlacedQuestion[],
  published: PublishedWordings,
  edits: readonly FoundEdit[],
): PublishedWordings {
  const versions = new Map(edits.map(({ id, version }) => [id, version]))
  const present = placed.map(({ question }) => {
    const version = versions.get(question.id) ?? published[question.id]?.version ?? 1
    return [question.id, toPublish(question, version)] as const
  })
  const all = { ...published, ...Object.fromEntries(present) }
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => compareText(a, b)))
}

/** Most questions are as they were: these are not judged. */
function isAlike(before: PublishedWording, question: Question): boolean {
  return JSON.stringify(before) === JSON.stringify(toPublish(question, before.version))
}

function toPublish({ answer, texts }: Question, version: number): PublishedWording {
  const shown = ({ text, options, explanation }: Question['texts']['id']) => ({
    text,
    options: Object.fromEntries(options.map(({ key, text: option }) => [key, option])),
    explanation,
  })
  const english = texts.en === undefined ? {} : { en: shown(texts.en) }
  return { version, answer, id: shown(texts.id), ...english }
}

function asWording({ answer, id, en }: PublishedWording): Wording {
  const shown = ({ text, options, explanation }: PublishedWording['id']) => ({
    text,
    options: Object.entries(options).map(([key, option]) => ({ key, text: option })),
    explanation,
  })
  return { answer, texts: { id: shown(id), ...(en === undefined ? {} : { en: shown(en) }) } }
}

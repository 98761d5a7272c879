import type { Lesson, Question } from '../catalogue.ts'
import type { ItemGroup } from '../find-items.ts'
import type { ReadTrack } from '../read-track.ts'

/** The lessons of a track that could be read, also where its track.yaml could not. */
export function lessonsOf({ lessons }: ReadTrack): Lesson[] {
  return lessons.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson]))
}

export function questionsOf(track: ReadTrack): Question[] {
  return lessonsOf(track).flatMap(({ questions }) => questions)
}

/** Where something is said that is about the track as a whole. */
export function placeOf({ id, folder }: ReadTrack): { file: string; line: number } {
  return { file: id?.file ?? `${folder}/track.yaml`, line: id?.line ?? 1 }
}

/** Questions that somebody meets together, and what length or place may give away in them. */
export interface QuestionSet {
  readonly questions: readonly Question[]
  readonly file: string
  readonly line: number
  /** After a number of questions: "of form a"; empty for those of a track's lessons. */
  readonly name: string
}

const NAMES: Readonly<Record<ItemGroup, string>> = {
  a: ' of form a',
  b: ' of form b',
  delayed: ' of the delayed check',
}

/** The questions of the lessons, and each form by itself. */
export function setsOf(track: ReadTrack): QuestionSet[] {
  const lessons = { questions: questionsOf(track), ...placeOf(track), name: '' }
  if (track.assessment?.assessment === undefined) return [lessons]
  const { assessment, file, lines } = track.assessment
  const form = (group: ItemGroup, questions: readonly Question[]) => ({
    questions,
    file,
    line: lines[group],
    name: NAMES[group],
  })
  return [
    lessons,
    form('a', assessment.forms.a),
    form('b', assessment.forms.b),
    form('delayed', assessment.delayed),
  ]
}

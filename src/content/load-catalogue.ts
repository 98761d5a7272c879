import { itemsOf } from './build-assessment.ts'
import type { Catalogue, Track } from './catalogue.ts'
import { deepFreeze, frozenMap } from './freeze.ts'
import type { LessonProblem } from './faults/lesson-fault.ts'
import { scanLessons } from './scan-lessons.ts'

export type LoadedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly problems: readonly LessonProblem[] }

/**
 * All lessons below `folder`, or all that is wrong with them: a catalogue is whole or is none.
 * Never throws for what a file holds or for one that cannot be read.
 */
export async function loadCatalogue(folder: string): Promise<LoadedCatalogue> {
  const { tracks: read, surveys: asked, problems } = await scanLessons(folder)
  if (problems.length > 0) return { ok: false, problems }
  const tracks = read.flatMap(({ track }) => (track === undefined ? [] : [track]))
  // The order in which somebody meets them; the sort is stable, so folders stay in order of name.
  tracks.sort((a, b) => ORDER[a.for.kind] - ORDER[b.for.kind])
  const lessons = deepFreeze(tracks).flatMap((track) => track.lessons)
  const items = tracks.flatMap(({ assessment }) =>
    assessment === undefined ? [] : itemsOf(assessment),
  )
  const questions = [...lessons.flatMap((lesson) => lesson.questions), ...items]
  const surveys = deepFreeze(asked?.surveys)
  const catalogue = Object.freeze({
    tracks,
    lessons: frozenMap(lessons.map((lesson) => [lesson.id, lesson])),
    questions: frozenMap(questions.map((question) => [question.id, question])),
    ...(surveys === undefined ? {} : { surveys }),
  })
  return { ok: true, catalogue }
}

const ORDER: Readonly<Record<Track['for']['kind'], number>> = {
  common: 0,
  role: 1,
  sector: 2,
  rest: 3,
}

import { lessonFault, phrase, type FaultValues, type LessonProblem } from './faults/lesson-fault.ts'
import type { PhraseKey } from './faults/phrases.ts'
import type { LessonFaultKey } from './faults/problems.ts'
import { entriesOf } from './list-lessons.ts'
import { compareProblems } from './problem.ts'
import { readSurveys, SURVEYS_FILE, type ReadSurveys } from './read-surveys.ts'
import { readTrack, type ReadTrack } from './read-track.ts'

export interface ScannedLessons {
  readonly tracks: readonly ReadTrack[]
  /** Undefined where there are none. */
  readonly surveys: ReadSurveys | undefined
  /** All that is wrong in all files, by file and line. */
  readonly problems: readonly LessonProblem[]
}

/**
 * Reads and checks every track below `folder`, and the surveys. Other files beside the tracks'
 * folders are passed over.
 */
export async function scanLessons(folder: string): Promise<ScannedLessons> {
  const problems: LessonProblem[] = []
  const report = (file: string, key: LessonFaultKey, values?: FaultValues) =>
    problems.push({ file, ...lessonFault(1, key, values) })
  const entries = await entriesOf(folder, (code) => {
    report(folder, 'tracks-unreadable', { code })
  })
  const tracks: ReadTrack[] = []
  let surveys: ReadSurveys | undefined
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    if (entry.isSymbolicLink()) report(entry.name, 'link')
    else if (entry.name === SURVEYS_FILE) surveys = await readSurveys(folder)
    else if (entry.isDirectory()) tracks.push(await readTrack(folder, entry.name))
  }
  if (tracks.length === 0 && problems.length === 0) {
    report(folder, 'no-tracks')
  }
  problems.push(
    ...tracks.flatMap((track) => [
      ...track.problems,
      ...(track.assessment?.problems ?? []),
      ...track.lessons.flatMap((lesson) => lesson.problems),
    ]),
  )
  problems.push(...(surveys?.problems ?? []), ...doubles(tracks, surveys))
  return { tracks, surveys, problems: problems.sort(compareProblems) }
}

/** Ids that were taken by an earlier file: answers are kept under them, so each is there once. */
function doubles(tracks: readonly ReadTrack[], surveys: ReadSurveys | undefined): LessonProblem[] {
  const taken = new Map<string, string>()
  const problems: LessonProblem[] = []
  const take = (
    kind: keyof typeof KINDS,
    { id, file, line }: { id: string; file: string; line: number },
  ) => {
    const key = `${kind} ${id}`
    const place = taken.get(key)
    if (place === undefined) taken.set(key, `${file}:${line}`)
    else {
      const values = { kind: phrase(KINDS[kind]), id, place }
      problems.push({ file, ...lessonFault(line, 'id-taken', values) })
    }
  }
  for (const { id, lessons } of tracks) {
    if (id !== undefined) take('track', id)
    for (const found of lessons.flatMap((lesson) => lesson.ids)) take(found.kind, found)
  }
  // After all lessons: an item that took an id from a lesson is the one to be mended.
  for (const found of tracks.flatMap(({ assessment }) => assessment?.items ?? [])) {
    take(found.kind, found)
  }
  for (const found of surveys?.ids ?? []) take('survey', found)
  return problems
}

const KINDS = {
  lesson: 'id-lesson',
  question: 'id-question',
  survey: 'id-survey',
  track: 'id-track',
} as const satisfies Readonly<Record<string, PhraseKey>>

import { entriesOf } from './list-lessons.ts'
import { compareProblems, type Problem } from './problem.ts'
import { readSurveys, SURVEYS_FILE, type ReadSurveys } from './read-surveys.ts'
import { readTrack, type ReadTrack } from './read-track.ts'

export interface ScannedLessons {
  readonly tracks: readonly ReadTrack[]
  /** Undefined where there are none. */
  readonly surveys: ReadSurveys | undefined
  /** All that is wrong in all files, by file and line. */
  readonly problems: readonly Problem[]
}

/**
 * Reads and checks every track below `folder`, and the surveys. Other files beside the tracks'
 * folders are passed over.
 */
export async function scanLessons(folder: string): Promise<ScannedLessons> {
  const problems: Problem[] = []
  const report = (file: string, what: string, mend: string) =>
    problems.push({ file, line: 1, what, mend })
  const entries = await entriesOf(folder, (what) => {
    report(folder, what, 'name the folder that holds the tracks')
  })
  const tracks: ReadTrack[] = []
  let surveys: ReadSurveys | undefined
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    if (entry.isSymbolicLink()) {
      report(
        entry.name,
        'this is a link',
        'copy what it leads to, since nothing outside the folder is read',
      )
    } else if (entry.name === SURVEYS_FILE) surveys = await readSurveys(folder)
    else if (entry.isDirectory()) tracks.push(await readTrack(folder, entry.name))
  }
  if (tracks.length === 0 && problems.length === 0) {
    report(folder, 'there is no track in the folder', 'add a folder with track.yaml and lessons')
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
function doubles(tracks: readonly ReadTrack[], surveys: ReadSurveys | undefined): Problem[] {
  const taken = new Map<string, string>()
  const problems: Problem[] = []
  const take = (kind: string, { id, file, line }: { id: string; file: string; line: number }) => {
    const key = `${kind} ${id}`
    const by = taken.get(key)
    if (by === undefined) taken.set(key, `${file}:${line}`)
    else
      problems.push({
        file,
        line,
        what: `${kind} id ${id} is taken by ${by}`,
        mend: 'give this one another id',
      })
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

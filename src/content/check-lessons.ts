import { findWarnings } from './measures/find-warnings.ts'
import { measureTrack, type TrackMeasures } from './measures/measure-track.ts'
import type { Warning } from './measures/warning.ts'
import { compareProblems, type Problem } from './problem.ts'
import { checkEdits } from './published/check-edits.ts'
import { checkPublished, type PublishedCount } from './published/check-published.ts'
import type { FoundEdit } from './published/find-edits.ts'
import { scanLessons } from './scan-lessons.ts'

export interface CheckedLessons {
  readonly tracks: number
  readonly lessons: number
  readonly questions: number
  /** Of the Indonesian bodies. */
  readonly words: number
  /** A catalogue with any of these is not loaded, or breaks what was published. */
  readonly errors: readonly Problem[]
  /** What a good lesson keeps to, and this one does not; each with its measure. */
  readonly warnings: readonly Warning[]
  /** In the order of the folders' names. */
  readonly measures: readonly TrackMeasures[]
  /** Null where the folder holds no published.yaml: its ids are then compared with nothing. */
  readonly published: PublishedCount | null
  /** Items of the assessments of all tracks; none of them is counted in `questions`. */
  readonly assessmentItems: number
  /** What surveys.yaml asks; null where there is none, or it has an error. */
  readonly surveys: { readonly statements: number; readonly questions: number } | null
  /** Questions that are worded otherwise than they were published: neither errors nor warnings. */
  readonly edits: readonly FoundEdit[]
}

/**
 * What stands below `folder`, counted and measured, with all that is wrong with it: for
 * `lessons check`. Never throws for what a file holds.
 * @param today YYYY-MM-DD, the day from which the age of a review is counted
 */
export async function checkLessons(folder: string, today: string): Promise<CheckedLessons> {
  const { tracks, surveys, problems } = await scanLessons(folder)
  const { problems: broken, count } = await checkPublished(folder, tracks, surveys)
  const { problems: unreadable, edits } = await checkEdits(folder, tracks)
  const lessons = tracks.flatMap((track) => track.lessons)
  return {
    tracks: tracks.length,
    lessons: lessons.length,
    questions: lessons.reduce((sum, lesson) => sum + lesson.questions, 0),
    words: lessons.reduce((sum, lesson) => sum + lesson.words, 0),
    errors: [...problems, ...broken, ...unreadable].map(inWords).sort(compareProblems),
    warnings: findWarnings(tracks, today),
    measures: tracks.map(measureTrack),
    published: count,
    assessmentItems: tracks.reduce((sum, track) => sum + (track.assessment?.items.length ?? 0), 0),
    surveys:
      surveys?.surveys === undefined
        ? null
        : { statements: surveys.surveys.attitude.statements.length, questions: 2 },
    edits,
  }
}

/** What scripts read: the words, without the keys under which the chat keeps its own. */
function inWords({ file, line, what, mend }: Problem): Problem {
  return { file, line, what, mend }
}

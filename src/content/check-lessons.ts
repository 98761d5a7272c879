import type { Problem } from './problem.ts'
import { scanLessons } from './scan-lessons.ts'

export interface CheckedLessons {
  readonly tracks: number
  readonly lessons: number
  readonly questions: number
  /** Of the Indonesian bodies. */
  readonly words: number
  readonly problems: readonly Problem[]
}

/** What stands below `folder`, counted, with all that is wrong with it: for `lessons check`. */
export async function checkLessons(folder: string): Promise<CheckedLessons> {
  const { tracks, problems } = await scanLessons(folder)
  const lessons = tracks.flatMap((track) => track.lessons)
  return {
    tracks: tracks.length,
    lessons: lessons.length,
    questions: lessons.reduce((sum, lesson) => sum + lesson.questions, 0),
    words: lessons.reduce((sum, lesson) => sum + lesson.words, 0),
    problems,
  }
}

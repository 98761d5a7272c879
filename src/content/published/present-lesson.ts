import type { ReadTrack } from '../read-track.ts'

export interface PresentQuestion {
  readonly id: string
  readonly line: number
  /** Undefined where the lesson's front matter is wrong: the id is there all the same. */
  readonly objective: string | undefined
}

export interface PresentLesson {
  /** Undefined where the file could not be read as far as its id. */
  readonly id: string | undefined
  readonly file: string
  readonly line: number
  readonly questions: readonly PresentQuestion[]
}

/** What stands in the folder now, as far as published ids are compared with it. */
export function presentLessons(tracks: readonly ReadTrack[]): PresentLesson[] {
  return tracks.flatMap(({ lessons }) =>
    lessons.map(({ ids, lesson, written }) => {
      const own = ids.find(({ kind }) => kind === 'lesson')
      return {
        id: own?.id,
        file: own?.file ?? written[0]?.file ?? '',
        line: own?.line ?? 1,
        questions: ids
          .filter(({ kind }) => kind === 'question')
          .map(({ id, line }) => ({
            id,
            line,
            objective: lesson?.questions.find((question) => question.id === id)?.texts.id.objective,
          })),
      }
    }),
  )
}

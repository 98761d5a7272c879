import type { ReadLesson } from '../read-lesson.ts'
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

export interface PresentIds {
  /** Undefined id where track.yaml could not be read. */
  readonly tracks: readonly {
    readonly id: string | undefined
    readonly file: string
    readonly line: number
  }[]
  readonly lessons: readonly PresentLesson[]
}

/** What stands in the folder now, as far as published ids are compared with it. */
export function presentIds(tracks: readonly ReadTrack[]): PresentIds {
  return {
    tracks: tracks.map(({ id, folder }) => id ?? { id, file: `${folder}/track.yaml`, line: 1 }),
    lessons: tracks.flatMap(({ lessons }) => lessons.map(presentLesson)),
  }
}

function presentLesson({ ids, lesson, written }: ReadLesson): PresentLesson {
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
}

import type { Assessment, Lesson, Localised, Question, TrackFor } from '../catalogue.ts'

/** A question as another system may hold it: no version, since none was taught yet. */
export type DraftQuestion = Omit<Question, 'hash' | 'lessonId'>

/** An item of an assessment; unlike a question of a lesson it must name its lesson. */
export type DraftItem = Omit<Question, 'hash'>

export interface DraftAssessment {
  readonly forms: Readonly<Record<keyof Assessment['forms'], readonly DraftItem[]>>
  readonly delayed: readonly DraftItem[]
}

/** A lesson to be written into a folder. What the source did not hold is empty text, or no source. */
export interface DraftLesson extends Omit<
  Lesson,
  'hash' | 'trackId' | 'position' | 'minutes' | 'questions'
> {
  readonly minutes: number | undefined
  readonly questions: readonly DraftQuestion[]
}

/** A track to be written into a folder; it takes the folder's name as its id. */
export interface DraftTrack {
  readonly title: Localised<string>
  readonly description: Localised<string>
  /** Undefined where the source did not say: nobody but its author can. */
  readonly for: TrackFor | undefined
  readonly lessons: readonly DraftLesson[]
  readonly assessment?: DraftAssessment
}

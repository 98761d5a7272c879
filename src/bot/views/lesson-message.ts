import { renderLesson, type Catalogue, type Lesson, type Locale } from '../../content/index.ts'
import {
  italic,
  joinText,
  tidyText,
  type FormattedText,
} from '../../platform/telegram/formatted-text.ts'
import type { Translate } from '../texts.ts'

/** Where a lesson stands in its track. */
export interface LessonPlace {
  /** From 1. */
  readonly position: number
  /** Lessons of the track. */
  readonly total: number
  /** One of those that come each by itself, a month apart: their number says nothing. */
  readonly isCase: boolean
}

/** By the kept wording's place, since the lesson may have been withdrawn from its track meanwhile. */
export function placeIn(catalogue: Catalogue, trackId: string, position: number): LessonPlace {
  const track = catalogue.tracks.find(({ id }) => id === trackId)
  return {
    position,
    total: Math.max(track?.lessons.length ?? 0, position),
    isCase: track?.for.kind === 'rest',
  }
}

export interface LessonFrame extends LessonPlace {
  readonly locale: Locale
  readonly t: Translate
  /** It comes after days away: one line says so. */
  readonly catchUp?: boolean
  /** It is the first after a leave: a welcome in plain text, in the place of the line above. */
  readonly greeting?: string | undefined
  /** Reviews that follow, and those that are left for other days. */
  readonly reviews?: number
  readonly waiting?: number
  /** Lessons of a week that come at once, this one the first. */
  readonly week?: number
  /** It is only looked at: one line says so. */
  readonly preview?: boolean
}

/** A lesson as the message that people get. */
export function lessonMessage(lesson: Lesson, frame: LessonFrame): FormattedText {
  const { position, total, isCase, locale, t, catchUp = false, preview = false } = frame
  const { reviews = 0, waiting = 0, week = 1, greeting } = frame
  return tidyText(
    joinText(
      [
        ...(preview ? [italic(t('preview-mark'))] : []),
        ...(greeting === undefined ? [] : [greeting]),
        ...(catchUp && greeting === undefined ? [italic(t('lesson-catch-up'))] : []),
        ...(week > 1 ? [italic(t('lesson-week', { lessons: week }))] : []),
        italic(isCase ? t('lesson-case') : t('lesson-place', { position, total })),
        renderLesson(lesson, locale, { task: t('lesson-task'), source: t('lesson-source') }),
        ...(reviews > 0 ? [italic(t('lesson-reviews', { count: reviews, waiting }))] : []),
      ],
      '\n\n',
    ),
  )
}

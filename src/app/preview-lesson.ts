import { lessonMessage, loadTexts, quizPayload } from '../bot/index.ts'
import { loadLessons } from './load-lessons.ts'
import { UserError } from '../platform/errors.ts'
import type { Lesson, Locale } from '../content/index.ts'
import type { FormattedText } from '../platform/telegram/formatted-text.ts'

export interface LessonPreview {
  readonly lesson: Lesson
  readonly message: FormattedText
  /** Payloads of sendPoll, without the chat. */
  readonly quizzes: readonly Record<string, unknown>[]
}

/**
 * A lesson and its quizzes exactly as people get them, without a bot or a database.
 *
 * @throws UserError when the folder's lessons are broken or none has this id
 */
export async function previewLesson(
  folder: string,
  lessonId: string,
  locale: Locale,
): Promise<LessonPreview> {
  const catalogue = await loadLessons(folder)
  const lesson = catalogue.lessons.get(lessonId)
  if (lesson === undefined) {
    const near = [...catalogue.lessons.keys()].filter((id) => id.includes(lessonId)).slice(0, 5)
    throw new UserError(`No lesson has the id "${lessonId}".`, {
      hint:
        near.length > 0
          ? `Did you mean ${near.join(', ')}?`
          : 'The id stands in the first lines of the lesson’s file, e.g. fondasi-ai-alat-bantu.',
    })
  }
  const track = catalogue.tracks.find(({ id }) => id === lesson.trackId)
  return {
    lesson,
    message: lessonMessage(lesson, {
      position: lesson.position,
      total: track?.lessons.length ?? lesson.position,
      locale,
      t: loadTexts().in(locale),
    }),
    quizzes: lesson.questions.map((question) => quizPayload(question, locale)),
  }
}

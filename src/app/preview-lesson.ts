import { lessonMessage, loadTexts, placeIn, quizPayload } from '../bot/index.ts'
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
  return {
    lesson,
    message: lessonMessage(lesson, {
      ...placeIn(catalogue, lesson.trackId, lesson.position),
      locale,
      t: loadTexts().in(locale),
    }),
    quizzes: lesson.questions.map((question) => quizPayload(question, locale)),
  }
}

export interface AssessmentPreview {
  /** Form a, form b, and the delayed check, with the payloads of their polls, without the chat. */
  readonly sets: readonly { readonly name: string; readonly quizzes: LessonPreview['quizzes'] }[]
}

/**
 * The items of a track's assessment, with the right option of each, for the one who writes them.
 *
 * @throws UserError when the folder's lessons are broken, or no track of this id has an assessment
 */
export async function previewAssessment(
  folder: string,
  trackId: string,
  locale: Locale,
): Promise<AssessmentPreview> {
  const { tracks } = await loadLessons(folder)
  const assessment = tracks.find(({ id }) => id === trackId)?.assessment
  if (assessment === undefined) {
    const having = tracks.flatMap((track) => (track.assessment === undefined ? [] : [track.id]))
    throw new UserError(`No track "${trackId}" has an assessment.`, {
      hint: having.length > 0 ? `One has: ${having.join(', ')}.` : 'No track here has one.',
    })
  }
  const { forms, delayed } = assessment
  const set = (name: string, items: typeof delayed) => ({
    name,
    quizzes: items.map((item) => quizPayload(item, locale)),
  })
  return { sets: [set('a', forms.a), set('b', forms.b), set('delayed', delayed)] }
}

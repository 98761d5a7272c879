import {
  renderLesson,
  textIn,
  type Lesson,
  type Locale,
  type Question,
} from '../../content/index.ts'
import {
  italic,
  joinText,
  tidyText,
  type FormattedText,
} from '../../platform/telegram/formatted-text.ts'
import type { Translate } from '../texts.ts'

export interface LessonFrame {
  /** Place in the track, from 1, and how many lessons it has. */
  readonly position: number
  readonly total: number
  readonly locale: Locale
  readonly t: Translate
  /** It comes after days away: one line says so. */
  readonly catchUp?: boolean
  /** It is the first after a leave: a welcome in plain text, in the place of the line above. */
  readonly greeting?: string | undefined
  /** Reviews that follow, and those that are left for other days. */
  readonly reviews?: number
  readonly waiting?: number
  /** It is only looked at: one line says so. */
  readonly preview?: boolean
}

/** A lesson as the message that people get. */
export function lessonMessage(lesson: Lesson, frame: LessonFrame): FormattedText {
  const { position, total, locale, t, catchUp = false, preview = false } = frame
  const { reviews = 0, waiting = 0, greeting } = frame
  return tidyText(
    joinText(
      [
        ...(preview ? [italic(t('preview-mark'))] : []),
        ...(greeting === undefined ? [] : [greeting]),
        ...(catchUp && greeting === undefined ? [italic(t('lesson-catch-up'))] : []),
        italic(t('lesson-place', { position, total })),
        renderLesson(lesson, locale, { task: t('lesson-task'), source: t('lesson-source') }),
        ...(reviews > 0 ? [italic(t('lesson-reviews', { count: reviews, waiting }))] : []),
      ],
      '\n\n',
    ),
  )
}

/**
 * Telegram's own quiz: feedback without a round trip to us. Not anonymous, since only then an
 * answer comes back; protected, so that it cannot be forwarded; shuffled for each person.
 */
export function quizPayload(question: Question, locale: Locale): Record<string, unknown> {
  const text = textIn(question, locale)
  const right = text.options.findIndex((option) => option.key === question.answer)
  return {
    question: text.text,
    options: text.options.map((option) => ({ text: option.text })),
    type: 'quiz',
    correct_option_ids: [right],
    explanation: text.explanation,
    is_anonymous: false,
    protect_content: true,
    shuffle_options: true,
  }
}

import { lessonAt, questionAt, textIn, wordsOf } from '../../content/index.ts'
import type { Lesson, Question } from '../../content/index.ts'
import type { PreviewLessonArgs, PreviewQuizArgs } from '../../learning/index.ts'
import { noAttempts, readLessonNumbers } from '../../reports/index.ts'
import type { FirstAttempts, LessonNumbers, QuestionNumbers } from '../../reports/index.ts'
import { callbackData } from '../callback.ts'
import { Html } from '../texts.ts'
import { dateText } from '../when.ts'
import { clip } from './clip.ts'
import { contentGone, placeOf, turn, type ContentArgs } from './content.ts'
import { lessonMessage, placeIn } from './lesson-message.ts'
import { quizPayload } from './poll-payload.ts'
import { shareText } from './share-text.ts'
import { textMessage, type View, type ViewContext } from './view.ts'

/** Characters of what is only to be recognised, and of a sentence that is to be read. */
const LINE = 64
const SENTENCE = 300

/** Questions listed, so that the page stays within one message; lessons have two or three. */
const MOST_QUESTIONS = 12

/** Of a version's hash: enough to compare by eye. */
const HASH_SHOWN = 8

/** A lesson that is live: what it is, since when, and what became of it. */
export const contentLesson: View<ContentArgs> = async (view, args) => {
  const { t, locale } = view
  const place = placeOf(view, args.lessonId)
  if (place === undefined) return contentGone(view, args)
  const { track, lesson } = place
  const numbers = await readLessonNumbers(view.db, lesson, lesson.questions)
  const text = textIn(lesson, locale)
  const html = t('content-lesson', {
    title: clip(text.title, SENTENCE),
    track: clip(track.title[locale], LINE),
    position: lesson.position,
    total: track.lessons.length,
    objective: clip(text.objective, SENTENCE),
    competence: clip(text.competence, SENTENCE),
    reviewed: dateText(new Date(text.reviewed), 'UTC', locale),
    words: wordsOf(text),
    questions: lesson.questions.length,
    version: lesson.hash.slice(0, HASH_SHOWN),
    since: sinceText(view, numbers.since),
    ...numbersOf(numbers),
    right: new Html(attemptsText(view, sumOf(lesson, numbers))),
    list: new Html(questionLines(view, lesson, numbers)),
  })
  const at = lesson.position - 1
  const neighbours = [
    ...turn(t('button-content-previous'), 'contentLesson', track.lessons[at - 1]),
    ...turn(t('button-content-next'), 'contentLesson', track.lessons[at + 1]),
  ]
  return textMessage(
    {
      html,
      buttons: [
        [{ text: t('button-content-send'), data: callbackData('contentSend', lesson.id) }],
        ...(neighbours.length > 0 ? [neighbours] : []),
        [{ text: t('button-content-back'), data: callbackData('contentPage', lesson.id) }],
      ],
    },
    args,
  )
}

function numbersOf({ delivered, answered, skipped, open }: LessonNumbers) {
  return { delivered, answered, skipped, open }
}

function sinceText({ t, locale, ...view }: ViewContext, since: Date | null): string {
  if (since === null) return t('content-never')
  return dateText(since, view.person?.timezone ?? 'UTC', locale)
}

function sumOf(lesson: Lesson, { questions }: LessonNumbers): FirstAttempts {
  return lesson.questions
    .map(({ id }) => questions.get(id)?.live ?? noAttempts)
    .reduce((sum, one) => ({
      answered: sum.answered + one.answered,
      right: sum.right + one.right,
    }))
}

function attemptsText({ t, locale }: ViewContext, { answered, right }: FirstAttempts): string {
  if (answered === 0) return t('content-no-answer')
  return t('content-right', { right, answered, share: shareText(t, locale, right, answered) })
}

function questionLines(view: ViewContext, lesson: Lesson, { questions }: LessonNumbers): string {
  const shown = lesson.questions.slice(0, MOST_QUESTIONS)
  const more = lesson.questions.length - shown.length
  return [
    ...shown.map((question, i) => questionLine(view, i + 1, question, questions.get(question.id))),
    ...(more > 0 ? [view.t('content-more-questions', { more })] : []),
  ].join('\n')
}

function questionLine(
  view: ViewContext,
  number: number,
  question: Question,
  numbers: QuestionNumbers | undefined,
): string {
  const { live = noAttempts, older = noAttempts } = numbers ?? {}
  const variables = {
    number,
    text: clip(textIn(question, view.locale).text, LINE),
    right: new Html(attemptsText(view, live)),
  }
  return older.answered === 0
    ? view.t('content-question', variables)
    : view.t('content-question-reworded', {
        ...variables,
        before: new Html(attemptsText(view, older)),
      })
}

/** The lesson as people get it; the line that marks it is all that differs. */
export const previewLesson: View<PreviewLessonArgs> = async (view, args) => {
  const lesson = await lessonAt(view.db, view.catalogue, args.lessonId, args.lessonHash)
  const formatted = lessonMessage(lesson, {
    ...placeIn(view.catalogue, lesson.trackId, lesson.position),
    locale: view.locale,
    t: view.t,
    preview: true,
  })
  return textMessage({ formatted })
}

export const previewQuiz: View<PreviewQuizArgs> = async (view, args) => {
  const question = await questionAt(view.db, view.catalogue, args.questionId, args.questionHash)
  return { send: { method: 'sendPoll', payload: quizPayload(question, view.locale) } }
}

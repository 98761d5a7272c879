import { sentMessageOf } from '../../messaging/index.ts'
import {
  findOwnQuestion,
  findQuestion,
  openQuestions as readOpen,
  type AnsweredBy,
  type AskedQuestion,
} from '../../practice/index.ts'
import { callbackData } from '../callback.ts'
import { personOf, you } from './person-texts.ts'
import { titleOf, turns } from './practice.ts'
import { textMessage, type View, type ViewBaseArgs, type ViewContext } from './view.ts'

export interface AskQuestionArgs extends ViewBaseArgs {
  readonly lessonId: string | null
  /** Who will be asked. */
  readonly as: AnsweredBy
}

const goesTo = {
  coordinator: 'question-goes-coordinator',
  admin: 'question-goes-admin',
  nobody: 'question-goes-nobody',
} as const satisfies Record<AnsweredBy, string>

/** Asks for the question, and says who will read it. */
export const askQuestion: View<AskQuestionArgs> = (view, args) => {
  const { t } = view
  const asked =
    args.lessonId === null
      ? t('ask-question')
      : t('ask-question-about', { lesson: titleOf(view, args.lessonId) })
  return textMessage({ html: `${asked}\n\n${t(goesTo[args.as])}` }, args)
}

export interface QuestionArgs extends ViewBaseArgs {
  readonly questionId: number
}

const wentTo = {
  coordinator: 'question-at-coordinator',
  admin: 'question-at-admin',
  nobody: 'question-at-nobody',
} as const satisfies Record<AnsweredBy, string>

export const questionAsked: View<QuestionArgs & { readonly as: AnsweredBy }> = (view, args) =>
  textMessage(
    {
      html: view.t(wentTo[args.as], { you: you(view) }),
      buttons: [
        [
          {
            text: view.t('button-withdraw-question'),
            data: callbackData('withdrawQuestion', args.questionId),
          },
        ],
      ],
    },
    args,
  )

/** What a participant asks, for a coordinator; not sent when it was answered or withdrawn meanwhile. */
export const question: View<QuestionArgs> = async (view, args) => {
  const found = await findQuestion(view.db, {
    id: args.questionId,
    viewerId: personOf(view).id,
  })
  if (found === undefined) return { cancel: 'the question is gone' }
  if (found.answeredAt !== null) return { cancel: 'answered meanwhile' }
  return textMessage({
    html: questionText(view, found),
    buttons: [[{ text: view.t('button-answer'), data: callbackData('answer', found.id) }]],
  })
}

function questionText(view: ViewContext, found: AskedQuestion): string {
  const { name, unit, text, lessonId } = found
  const from = { name, unit: unit ?? '', text }
  return lessonId === null
    ? view.t('question', from)
    : view.t('question-about', { ...from, lesson: titleOf(view, lessonId) })
}

/** What nobody has answered yet, one at a time. */
export const openQuestions: View<ViewBaseArgs & { readonly offset: number }> = async (
  view,
  args,
) => {
  const { t } = view
  const { total, question: found } = await readOpen(view.db, personOf(view).id, args)
  if (found === undefined) return textMessage({ html: t('questions-none') }, args)
  const place = t('questions-place', { position: args.offset + 1, total })
  return textMessage(
    {
      html: `${place}\n\n${questionText(view, found)}`,
      buttons: [
        [{ text: t('button-answer'), data: callbackData('answer', found.id) }],
        turns(view, { offset: args.offset, total, callback: 'openQuestions' }),
      ].filter((row) => row.length > 0),
    },
    args,
  )
}

export const askAnswer: View<QuestionArgs> = async (view, args) => {
  const found = await findQuestion(view.db, {
    id: args.questionId,
    viewerId: personOf(view).id,
  })
  if (found === undefined) return { cancel: 'the question is gone' }
  return textMessage({ html: view.t('ask-answer', { name: found.name }) })
}

/** Back to whoever asked: by the role of who answered, never by the name. */
export const answer: View<QuestionArgs> = async (view, args) => {
  const found = await findOwnQuestion(view.db, {
    id: args.questionId,
    personId: personOf(view).id,
  })
  if (found?.answer === undefined || found.answer === null) {
    return { cancel: 'the question is gone' }
  }
  const key = found.answeredAs === 'admin' ? 'answer-from-admin' : 'answer-from-coordinator'
  return textMessage({
    html: view.t(key, { text: found.answer }),
    buttons: [[{ text: view.t('button-ask-again'), data: askAgain(found.lessonId) }]],
  })
}

function askAgain(lessonId: string | null): string {
  return lessonId === null ? callbackData('ask') : callbackData('askAbout', lessonId)
}

/** Telegram lets a bot delete for 48 hours; an hour less, for what waits in the outbox. */
const DELETABLE_MS = 47 * 3600_000

/** Takes a question that was withdrawn out of a coordinator's chat, or its words where it is too old. */
export const questionRemoval: View<ViewBaseArgs & { readonly ofKey: string }> = async (
  view,
  args,
) => {
  const sent = await sentMessageOf(view.db, args.ofKey)
  if (sent === undefined) return { cancel: 'the question was not sent' }
  const { messageId, sentAt } = sent
  return view.now.getTime() - sentAt.getTime() < DELETABLE_MS
    ? { send: { method: 'deleteMessage', payload: { message_id: messageId } } }
    : textMessage({ html: view.t('question-withdrawn') }, { replaces: messageId })
}

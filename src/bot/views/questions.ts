import { sentMessageOf } from '../../messaging/index.ts'
import {
  findOwnQuestion,
  findQuestion,
  holderOf,
  openQuestions as readOpen,
  type AnsweredBy,
  type AnswererRole,
  type AskedQuestion,
} from '../../practice/index.ts'
import { callbackData } from '../callback.ts'
import { personOf, you } from './person-texts.ts'
import { titleOf, turns } from './practice.ts'
import {
  textMessage,
  type Button,
  type TextMessage,
  type View,
  type ViewBaseArgs,
  type ViewContext,
} from './view.ts'

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

/**
 * What a participant asks, for a coordinator; not sent when it was answered or withdrawn meanwhile, or
 * when she has gone on leave: it stands in her list of open ones, and rises without her.
 */
export const question: View<QuestionArgs> = async (view, args) => {
  if (view.onLeave) return { cancel: 'she is on leave' }
  const found = await findQuestion(view.db, {
    id: args.questionId,
    viewerId: personOf(view).id,
  })
  if (found === undefined) return { cancel: 'the question is gone' }
  if (found.answeredAt !== null) return { cancel: 'answered meanwhile' }
  return textMessage(standing(view, found))
}

/** The same message once it was taken, is free again or was answered. */
export const questionStanding: View<QuestionArgs & { readonly ofKey: string }> = async (
  view,
  args,
) => {
  const { id: viewerId, chatId } = personOf(view)
  const sent = await sentMessageOf(view.db, args.ofKey)
  if (sent === undefined) return { cancel: 'the question was not sent' }
  if (sent.chatId !== chatId) return { cancel: 'the question stands in another chat' }
  const found = await findQuestion(view.db, { id: args.questionId, viewerId })
  if (found === undefined) return { cancel: 'the question is gone' }
  return textMessage(standing(view, found), { replaces: sent.messageId })
}

/** A question with how it stands for this person, and what she can do about it. */
function standing(view: ViewContext, found: AskedQuestion): TextMessage {
  const { t } = view
  const asked = questionText(view, found)
  if (found.answeredAt !== null) return { html: `${asked}\n\n${t('question-done')}`, buttons: [] }
  const answer = { text: t('button-answer'), data: callbackData('answer', found.id) }
  const holder = holderOf(found, view.now)
  if (holder === undefined) return { html: asked, buttons: [[answer]] }
  if (holder.personId === personOf(view).id) {
    return {
      html: `${asked}\n\n${t('question-yours')}`,
      buttons: [[answer], [giveBack(view, found.id)]],
    }
  }
  const key = holder.as === 'admin' ? 'question-taken-by-admin' : 'question-taken-by-coordinator'
  return { html: `${asked}\n\n${t(key)}`, buttons: [] }
}

function giveBack({ t }: ViewContext, id: number): Button {
  return { text: t('button-give-back'), data: callbackData('giveBack', id) }
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
  const { html, buttons = [] } = standing(view, found)
  const place = t('questions-place', { position: args.offset + 1, total })
  return textMessage(
    {
      html: `${place}\n\n${html ?? ''}`,
      buttons: [
        ...buttons,
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
  return textMessage({
    html: view.t('ask-answer', { name: found.name }),
    buttons: [[giveBack(view, found.id)]],
  })
}

/** Back to whoever asked, below her own words: by the role of who answered, never by the name. */
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
    ...inThread(view, found),
  })
}

/** The asker's own message, as long as she has the chat in which she wrote it. */
function inThread(
  view: ViewContext,
  { askedIn, messageId }: Pick<AskedQuestion, 'askedIn' | 'messageId'>,
): Pick<TextMessage, 'replyTo'> {
  const here = messageId !== null && askedIn === personOf(view).chatId
  return here ? { replyTo: messageId } : {}
}

/** It was passed on a unit higher, which its asker is told once. */
export const questionRisen: View<QuestionArgs & { readonly as: AnswererRole }> = async (
  view,
  args,
) => {
  const { id: personId } = personOf(view)
  if (view.onLeave) return { cancel: 'she is on leave' }
  const found = await findOwnQuestion(view.db, { id: args.questionId, personId })
  if (found === undefined) return { cancel: 'the question is gone' }
  if (found.answeredAt !== null) return { cancel: 'answered meanwhile' }
  const key = args.as === 'admin' ? 'question-risen-admin' : 'question-risen-coordinator'
  return textMessage({ html: view.t(key, { you: you(view) }), ...inThread(view, found) })
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

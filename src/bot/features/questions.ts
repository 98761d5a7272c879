import { Composer } from 'grammy'
import { insertMessages, type NewMessage } from '../../messaging/index.ts'
import {
  answerersFor,
  askedPeople,
  askQuestion,
  dropQuestion,
  findOwnQuestion,
  QUESTION_WORTH_MS,
  questionKey,
  questionPrefix,
  smallTalk,
} from '../../practice/index.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { readableLesson } from '../readable-lesson.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'
import { isKeepable } from '../keepable.ts'

/** Asking whoever coordinates; answering is a feature of its own. */
export const questions = new Composer<BotContext>()

questions.command(namesOf('tanya'), async (ctx) => {
  if (!isJoined(ctx.scope)) return
  const text = ctx.match.trim()
  await (text === ''
    ? ask(ctx, '')
    : keepAsked(ctx, null, { text, messageId: ctx.message?.message_id ?? null }))
})

questions.callbackQuery(callbackPattern('ask'), (ctx) => ask(ctx, ''))
questions.callbackQuery(callbackPattern('askAbout'), (ctx) => ask(ctx, ctx.match[1] ?? ''))

async function ask(ctx: BotContext, lessonId: string): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const known = (await readableLesson(scope, lessonId))?.id ?? ''
  await awaitText(ctx, 'question', known)
  const { as } = await answerersFor(scope.tx, scope.person.id)
  await reply(ctx, 'ask-question', { lessonId: known === '' ? null : known, as })
}

questions.on('message', async (ctx, next) => {
  const lessonId = await awaitedBy(ctx, 'question')
  if (lessonId === undefined || smallTalk(wordsOf(ctx.message)) !== undefined) return next()
  if (ctx.message.sticker !== undefined) return next()
  const { message_id: messageId } = ctx.message
  await keepAsked(ctx, lessonId === '' ? null : lessonId, {
    text: wordsOf(ctx.message),
    messageId,
  })
})

export interface Written {
  /** Masked. */
  readonly text: string
  /** The person's own message; the answer replies to it. */
  readonly messageId: number | null
}

/** Keeps a question and brings it to whoever may answer; nobody there yet: it waits, and that is said. */
export async function keepAsked(
  ctx: BotContext,
  lessonId: string | null,
  written: Written,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !(await isKeepable(ctx, written.text))) return
  await setAwaiting(ctx, null)
  const { tx, person, now } = scope
  const question = { personId: person.id, askedIn: person.chatId, lessonId, ...written }
  const { questionId, as, rows } = await askQuestion(tx, question, now)
  scope.replies.push(...rows)
  await reply(ctx, 'question-asked', { questionId, as })
}

/** Her own question goes, from here and from the chats that it was brought to. */
questions.callbackQuery(callbackPattern('withdrawQuestion'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const { tx, person, now } = scope
  const question = await findOwnQuestion(tx, { id, personId: person.id })
  if (question === undefined || !(await dropQuestion(tx, { id, personId: person.id }))) {
    return replace(ctx, 'note', { key: 'button-stale' })
  }
  const asked = await askedPeople(tx, questionPrefix(id))
  const removals = asked.map((to): NewMessage => ({
    lane: 'reply',
    kind: 'question-removal',
    args: { ofKey: questionKey(id, to.personId) },
    ...to,
    notAfter: new Date(now.getTime() + QUESTION_WORTH_MS),
    dedupeKey: `${questionKey(id, to.personId)}:removal`,
  }))
  scope.replies.push(...(await insertMessages(tx, removals, { now, heldMs: REPLY_HELD_MS })))
  await replace(ctx, 'note', { key: 'question-dropped' })
})

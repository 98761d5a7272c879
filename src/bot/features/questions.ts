import { Composer } from 'grammy'
import { openMoment } from '../../learning/index.ts'
import { insertMessages, type NewMessage } from '../../messaging/index.ts'
import {
  answerersFor,
  askedPeople,
  dropQuestion,
  findOwnQuestion,
  findQuestion,
  keepAnswer,
  keepQuestion,
  smallTalk,
  type Answerers,
} from '../../practice/index.ts'
import { awaitedBy, awaitText, MOST_TEXT, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { readableLesson } from '../readable-lesson.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope } from '../scope.ts'
import { coordinates } from './shared-tasks.ts'

/** A question, and its answer, wait out a weekend and a leave of a week. */
const WORTH_MS = 10 * 24 * 3600_000

export const questions = new Composer<BotContext>()

// --- Asking ---

questions.command(namesOf('tanya'), async (ctx) => {
  if (!isJoined(ctx.scope)) return
  const text = ctx.match.trim()
  await (text === '' ? ask(ctx, '') : keepAsked(ctx, null, text))
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
  await keepAsked(ctx, lessonId === '' ? null : lessonId, wordsOf(ctx.message))
})

/** Keeps a question and brings it to whoever may answer; nobody there yet: it waits, and that is said. */
export async function keepAsked(
  ctx: BotContext,
  lessonId: string | null,
  text: string,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !(await isKeepable(ctx, text))) return
  await setAwaiting(ctx, null)
  const { tx, person, now } = scope
  const questionId = await keepQuestion(tx, { personId: person.id, lessonId, text }, now)
  const answerers = await answerersFor(tx, person.id)
  await bring(scope, questionId, answerers)
  await reply(ctx, 'question-asked', { questionId, as: answerers.as })
}

async function isKeepable(ctx: BotContext, text: string): Promise<boolean> {
  if (text !== '' && text.length <= MOST_TEXT) return true
  const variables = { most: MOST_TEXT }
  await reply(
    ctx,
    'note',
    text === '' ? { key: 'only-text-kept' } : { key: 'text-too-long', variables },
  )
  return false
}

/** Silently, and to each when something may come that she did not ask for. */
async function bring(
  { tx, now, replies }: JoinedScope,
  questionId: number,
  { people }: Answerers,
): Promise<void> {
  for (const to of people) {
    const notBefore = await openMoment(tx, to.personId, now)
    const rows = await insertMessages(
      tx,
      [
        {
          lane: 'reply',
          kind: 'question',
          args: { questionId },
          ...to,
          notBefore,
          notAfter: new Date(notBefore.getTime() + WORTH_MS),
          dedupeKey: questionKey(questionId, to.personId),
        },
      ],
      { now },
    )
    if (notBefore <= now) replies.push(...rows)
  }
}

function questionKey(questionId: number, personId: string): string {
  return `question:${questionId}:${personId}`
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
  const asked = await askedPeople(tx, `question:${id}:`)
  const removals = asked.map((to): NewMessage => ({
    lane: 'reply',
    kind: 'question-removal',
    args: { ofKey: questionKey(id, to.personId) },
    ...to,
    notAfter: new Date(now.getTime() + WORTH_MS),
    dedupeKey: `${questionKey(id, to.personId)}:removal`,
  }))
  scope.replies.push(...(await insertMessages(tx, removals, { now, heldMs: REPLY_HELD_MS })))
  await replace(ctx, 'note', { key: 'question-dropped' })
})

// --- Answering ---

questions.callbackQuery(callbackPattern('openQuestions'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) return reply(ctx, 'note', { key: 'coordinators-only' })
  const offset = numberIn(ctx.match[1])
  await (offset === undefined
    ? reply(ctx, 'open-questions', { offset: 0 })
    : replace(ctx, 'open-questions', { offset }))
})

questions.callbackQuery(callbackPattern('answer'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const question = await findQuestion(scope.tx, { id, viewerId: scope.person.id })
  if (question === undefined) return reply(ctx, 'note', { key: 'question-gone' })
  if (question.answeredAt !== null) return reply(ctx, 'note', { key: 'question-answered' })
  await awaitText(ctx, 'answer', String(id))
  await reply(ctx, 'ask-answer', { questionId: id })
})

questions.on('message', async (ctx, next) => {
  const id = numberIn(await awaitedBy(ctx, 'answer'))
  if (id === undefined || ctx.message.sticker !== undefined) return next()
  const { scope } = ctx
  const text = wordsOf(ctx.message)
  if (!isJoined(scope) || !(await isKeepable(ctx, text))) return
  await setAwaiting(ctx, null)
  const { tx, person, now, roles } = scope
  // A role that was taken away meanwhile answers nothing.
  const question = await findQuestion(tx, { id, viewerId: person.id })
  if (question === undefined) return reply(ctx, 'note', { key: 'question-gone' })
  const as = roles.coordinates.length > 0 ? 'coordinator' : 'admin'
  const to = await keepAnswer(tx, { id, text, by: person.id, as }, now)
  if (to === undefined) return reply(ctx, 'note', { key: 'question-answered' })
  const rows = await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'answer',
        args: { questionId: id },
        ...to,
        notAfter: new Date(now.getTime() + WORTH_MS),
        dedupeKey: `answer:${id}`,
      },
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
  await reply(ctx, 'note', { key: 'answer-sent' })
})

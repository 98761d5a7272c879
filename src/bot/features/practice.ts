import { Composer } from 'grammy'
import { dropReply, keepReply, shareReply, smallTalk } from '../../practice/index.ts'
import { awaitedBy, awaitText, MOST_TEXT, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { readableLesson } from '../readable-lesson.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

export const practice = new Composer<BotContext>()

practice.callbackQuery(callbackPattern('doTask'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const lesson = await readableLesson(scope, ctx.match[1] ?? '')
  if (lesson === undefined) return reply(ctx, 'note', { key: 'button-stale' })
  await awaitText(ctx, 'task', lesson.id)
  await reply(ctx, 'ask-reply', { lessonId: lesson.id })
})

practice.on('message', async (ctx, next) => {
  const lessonId = await awaitedBy(ctx, 'task')
  // A courtesy in between is no answer; what comes after it may be.
  if (lessonId === undefined || smallTalk(wordsOf(ctx.message)) !== undefined) return next()
  if (ctx.message.sticker !== undefined) return next()
  await keepTask(ctx, lessonId, wordsOf(ctx.message))
})

/** Keeps what was written for a task; it is for the writer alone until she shares it. */
export async function keepTask(ctx: BotContext, lessonId: string, text: string): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (text === '') return reply(ctx, 'note', { key: 'only-text-kept' })
  if (text.length > MOST_TEXT) {
    return reply(ctx, 'note', { key: 'text-too-long', variables: { most: MOST_TEXT } })
  }
  await setAwaiting(ctx, null)
  const { tx, person, now } = scope
  const { id, replaced } = await keepReply(tx, { personId: person.id, lessonId, text }, now)
  await reply(ctx, 'reply-kept', { replyId: id, lessonId, replaced })
}

practice.callbackQuery(callbackPattern('shareReply'), (ctx) => share(ctx, true))
practice.callbackQuery(callbackPattern('keepReply'), (ctx) => share(ctx, false))

async function share(ctx: BotContext, shared: boolean): Promise<void> {
  const { scope } = ctx
  const id = numberIn(String(ctx.match?.[1] ?? ''))
  if (!isJoined(scope) || id === undefined) return
  const { tx, person, now } = scope
  if (!(await shareReply(tx, { id, personId: person.id }, shared, now))) {
    return reply(ctx, 'note', { key: 'button-stale' })
  }
  await replace(ctx, 'reply-kept', { replyId: id, chosen: true })
}

practice.callbackQuery(callbackPattern('dropReply'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const dropped = await dropReply(scope.tx, { id, personId: scope.person.id })
  await replace(ctx, 'note', { key: dropped ? 'reply-dropped' : 'button-stale' })
})

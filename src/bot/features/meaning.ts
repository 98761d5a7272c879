import { Composer } from 'grammy'
import { latestDelivery } from '../../learning/index.ts'
import { insertMessages } from '../../messaging/index.ts'
import { keepDraft, smallTalk, takeDraft, type SmallTalk } from '../../practice/index.ts'
import { MOST_TEXT, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope } from '../scope.ts'
import { keepTask } from './practice.ts'
import { keepAsked } from './questions.ts'

/** A reaction to what was said long ago puzzles. */
const REACTION_WORTH_MS = 3600_000

/** Texts that nobody asked for: a courtesy gets a reaction, anything else is asked about. */
export const meaning = new Composer<BotContext>()

meaning.on('message', async (ctx, next) => {
  const { scope, message } = ctx
  if (!isJoined(scope)) return next()
  const text = wordsOf(message)
  if (text.startsWith('/')) return next()
  const courtesy =
    message.sticker !== undefined || message.animation !== undefined ? 'fine' : smallTalk(text)
  if (courtesy !== undefined) return react(scope, message.message_id, courtesy)
  if (text === '') return next()
  if (text.length > MOST_TEXT) {
    return reply(ctx, 'note', { key: 'text-too-long', variables: { most: MOST_TEXT } })
  }
  const { tx, person, now } = scope
  const { message_id: messageId } = message
  const draftId = await keepDraft(tx, { personId: person.id, text, messageId }, now)
  await reply(ctx, 'ask-meaning', { draftId, lessonId: (await lessonOf(scope)) ?? null })
})

async function react(scope: JoinedScope, messageId: number, courtesy: SmallTalk): Promise<void> {
  const { tx, now, person } = scope
  const rows = await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'reaction',
        args: { messageId, courtesy },
        personId: person.id,
        chatId: person.chatId,
        notAfter: new Date(now.getTime() + REACTION_WORTH_MS),
      },
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
}

/** The lesson whose task a text most likely answers: the last one that came. */
async function lessonOf({ tx, person, deps }: JoinedScope): Promise<string | undefined> {
  const lessonId = (await latestDelivery(tx, person.id))?.lessonId
  return lessonId !== undefined && deps.catalogue().lessons.has(lessonId) ? lessonId : undefined
}

meaning.callbackQuery(callbackPattern('meantTask', 'meantQuestion'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const { tx, person, now } = scope
  const isTask = ctx.callbackQuery.data.startsWith('mt')
  const lessonId = await lessonOf(scope)
  if (isTask && lessonId === undefined) return reply(ctx, 'note', { key: 'no-task-yet' })
  const draft = await takeDraft(tx, { id, personId: person.id }, now)
  if (draft === undefined) return replace(ctx, 'note', { key: 'draft-gone' })
  await replace(ctx, 'note', { key: isTask ? 'meant-task' : 'meant-question' })
  await (isTask && lessonId !== undefined
    ? keepTask(ctx, lessonId, draft.text)
    : keepAsked(ctx, lessonId ?? null, draft))
})

meaning.callbackQuery(callbackPattern('meantNothing'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  await takeDraft(scope.tx, { id, personId: scope.person.id }, scope.now)
  await replace(ctx, 'note', { key: 'meant-nothing' })
})

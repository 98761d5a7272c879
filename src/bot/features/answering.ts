import { Composer } from 'grammy'
import { insertMessages } from '../../messaging/index.ts'
import {
  giveBack,
  keepAnswer,
  QUESTION_WORTH_MS,
  takeQuestion,
  tellWhereItStands,
  whyNot,
  type Taken,
} from '../../practice/index.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { plainWords } from '../commands.ts'
import { isKeepable } from '../keepable.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope } from '../scope.ts'
import { coordinates } from '../for-coordinator.ts'

/** Answering what participants ask: one coordinator takes a question, and the others see it. */
export const answering = new Composer<BotContext>()

answering.callbackQuery(callbackPattern('openQuestions'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) return reply(ctx, 'note', { key: 'coordinators-only' })
  const offset = numberIn(ctx.match[1])
  await (offset === undefined
    ? reply(ctx, 'open-questions', { offset: 0 })
    : replace(ctx, 'open-questions', { offset }))
})

answering.callbackQuery(callbackPattern('answer'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const { tx, person, now } = scope
  const taken = await takeQuestion(tx, { id, by: person.id, as: roleOf(scope) }, now)
  if (taken.kind !== 'taken') return refuse(ctx, taken)
  for (const left of taken.left) await tellOthers(scope, left)
  await tellOthers(scope, id)
  await awaitText(ctx, 'answer', String(id))
  await reply(ctx, 'ask-answer', { questionId: id })
})

/** In which role somebody answers: that is all that others see of who it is. */
function roleOf({ roles }: JoinedScope): 'coordinator' | 'admin' {
  return roles.coordinates.length > 0 ? 'coordinator' : 'admin'
}

async function refuse(
  ctx: BotContext,
  why: Exclude<Taken, { readonly kind: 'taken' }>,
): Promise<void> {
  switch (why.kind) {
    case 'gone':
      return reply(ctx, 'note', { key: 'question-gone' })
    case 'answered':
      return reply(ctx, 'note', { key: 'question-answered' })
    case 'held': {
      const { as } = why.holder
      const key = as === 'admin' ? 'question-held-by-admin' : 'question-held-by-coordinator'
      return reply(ctx, 'note', { key })
    }
  }
}

async function tellOthers({ tx, person, now, replies }: JoinedScope, id: number): Promise<void> {
  const options = { now, heldMs: REPLY_HELD_MS }
  replies.push(...(await tellWhereItStands(tx, id, person.id, options)))
}

answering.callbackQuery(callbackPattern('giveBack'), async (ctx) => {
  const id = numberIn(ctx.match[1])
  if (id === undefined || !(await leave(ctx, id))) {
    return replace(ctx, 'note', { key: 'button-stale' })
  }
  await replace(ctx, 'note', { key: 'answer-given-back' })
})

/** "batal" while an answer is awaited: others may answer again. */
answering.hears(plainWords.cancel, async (ctx, next) => {
  const id = idOf(ctx)
  if (id === undefined || !(await leave(ctx, id))) return next()
  await reply(ctx, 'note', { key: 'answer-given-back' })
})

/** The question whose answer is awaited; undefined: none. */
function idOf({ scope }: BotContext): number | undefined {
  return numberIn(/^answer:(.*)$/.exec(scope.person?.awaiting ?? '')?.[1])
}

/** @returns whether this person had it */
async function leave(ctx: BotContext, id: number): Promise<boolean> {
  const { scope } = ctx
  if (!isJoined(scope) || !(await giveBack(scope.tx, { id, by: scope.person.id }))) return false
  if (idOf(ctx) === id) await setAwaiting(ctx, null)
  await tellOthers(scope, id)
  return true
}

answering.on('message', async (ctx, next) => {
  const id = numberIn(await awaitedBy(ctx, 'answer'))
  if (id === undefined || ctx.message.sticker !== undefined) return next()
  const { scope } = ctx
  const text = wordsOf(ctx.message)
  if (!isJoined(scope) || !(await isKeepable(ctx, text))) return
  await setAwaiting(ctx, null)
  const { tx, person, now } = scope
  // A role that was taken away meanwhile answers nothing, and a hold that ran out holds nothing.
  const asked = { id, by: person.id }
  const why = await whyNot(tx, asked, now)
  if (why.kind === 'gone') return refuse(ctx, why)
  const to = await keepAnswer(tx, { ...asked, text, as: roleOf(scope) }, now)
  if (to === undefined) return refuse(ctx, await whyNot(tx, asked, now))
  const rows = await insertMessages(
    tx,
    [
      {
        lane: 'reply',
        kind: 'answer',
        args: { questionId: id },
        ...to,
        notAfter: new Date(now.getTime() + QUESTION_WORTH_MS),
        dedupeKey: `answer:${id}`,
      },
    ],
    { now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
  scope.replies.push(...(await tellWhereItStands(tx, id, null, { now, heldMs: REPLY_HELD_MS })))
  await reply(ctx, 'note', { key: 'answer-sent' })
})

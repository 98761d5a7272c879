import { Composer } from 'grammy'
import {
  askForLesson,
  closeDelivery,
  findDelivery,
  findOpenDelivery,
  nextDayTeachingMoment,
  readDaysOff,
  receiveVote,
  withdrawLesson,
  type Graded,
} from '../../learning/index.ts'
import { withdrawNudge } from '../../nudges/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { answered } from '../answered.ts'
import { reply } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'

export const lessons = new Composer<BotContext>()

async function today(ctx: BotContext, evenIfDone: boolean): Promise<void> {
  const { scope } = ctx
  const { tx, now, deps } = scope
  if (!isJoined(scope)) return
  const daysOff = await readDaysOff(tx)
  const asked = await askForLesson(tx, scope.person.id, {
    catalogue: deps.catalogue(),
    daysOff,
    now,
    heldMs: REPLY_HELD_MS,
    evenIfDone,
    firstNudgeAt: (rhythm, moment) => deps.firstNudgeAt(rhythm, daysOff, moment),
  })
  switch (asked.kind) {
    case 'sent':
      scope.replies.push(...asked.rows)
      return
    case 'done_today':
      return reply(ctx, 'note', {
        key: 'today-done',
        nextDueAt: asked.nextDueAt.toISOString(),
        button: { key: 'button-next-lesson', callback: 'nextLesson' },
      })
    case 'track_done':
      return reply(ctx, 'progress', { open: false })
    case 'not_enrolled':
      return reply(ctx, 'note', { key: 'no-lessons' })
  }
}

lessons.command(namesOf('materi'), (ctx) => today(ctx, false))
lessons.callbackQuery(callbackPattern('today'), (ctx) => today(ctx, false))
lessons.callbackQuery(callbackPattern('nextLesson'), (ctx) => today(ctx, true))

lessons.callbackQuery(callbackPattern('skip'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const delivery = await findDelivery(scope.tx, Number(ctx.match[1] ?? Number.NaN) || 0)
  if (delivery?.personId !== scope.person.id) return
  const closed = await closeDelivery(scope.tx, delivery.id, 'skipped', scope.now)
  if (!closed) return reply(ctx, 'note', { key: 'nothing-to-skip' })
  await withdrawLesson(scope.tx, delivery, 'skipped', scope.now)
  const { id: personId, chatId } = scope.person
  await withdrawNudge(scope.tx, { deliveryId: delivery.id, personId, chatId }, scope.now)
  const daysOff = await readDaysOff(scope.tx)
  const nextDueAt = nextDayTeachingMoment(scope.person, daysOff, scope.now).toISOString()
  await reply(ctx, 'note', { key: 'lesson-skipped', nextDueAt })
})

lessons.on('poll_answer', async (ctx) => {
  const { scope } = ctx
  const { poll_id: pollId, option_ids, option_persistent_ids } = ctx.pollAnswer
  const outcome = await receiveVote(
    scope.tx,
    scope.deps.catalogue(),
    {
      pollId,
      telegramId: scope.senderId,
      persistentIds: option_persistent_ids,
      positions: option_ids,
    },
    scope.person?.id,
    scope.now,
  )
  if (outcome.kind !== 'graded') return
  await follow(ctx, outcome)
})

async function follow(ctx: BotContext, graded: Graded): Promise<void> {
  const { scope } = ctx
  const rows = await answered(scope.tx, graded, {
    catalogue: scope.deps.catalogue(),
    now: scope.now,
    heldMs: REPLY_HELD_MS,
  })
  scope.replies.push(...rows)
}

lessons.command(namesOf('progres'), progressOf)
lessons.callbackQuery(callbackPattern('progress'), progressOf)

async function progressOf(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const open = (await findOpenDelivery(scope.tx, scope.person.id)) !== undefined
  await reply(ctx, 'progress', { open })
}

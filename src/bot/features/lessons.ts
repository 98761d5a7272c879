import { Composer } from 'grammy'
import {
  askForLesson,
  askForPractice,
  closeDelivery,
  endTracks,
  findDelivery,
  nextMomentOf,
  withdrawLesson,
} from '../../learning/index.ts'
import { withdrawNudges } from '../../nudges/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'

export const lessons = new Composer<BotContext>()

interface Wish {
  /** Also when today's lesson is done already. */
  readonly evenIfDone: boolean
  /** By a button that a thumb easily hits twice. */
  readonly onceAMinute: boolean
}

/** Today's lesson at once, or a word on why there is none. */
export async function sendToday(ctx: BotContext, wish: Wish): Promise<void> {
  const { scope } = ctx
  const { tx, now, deps } = scope
  if (!isJoined(scope)) return
  const asked = await askForLesson(tx, scope.person.id, {
    now,
    heldMs: REPLY_HELD_MS,
    ...wish,
    firstNudgeAt: deps.firstNudgeAt,
  })
  switch (asked.kind) {
    case 'sent':
      scope.replies.push(...asked.rows)
      return
    case 'just_sent':
      return
    case 'done_today':
      return reply(ctx, 'note', {
        key: 'today-done',
        next: nextArgs(asked.next),
        button: { key: 'button-next-lesson', callback: 'nextLesson' },
      })
    case 'all_had':
      return reply(ctx, 'note', {
        key: 'all-had',
        button: { key: 'button-practice', callback: 'practice' },
      })
    case 'not_enrolled':
      return reply(ctx, 'note', { key: 'no-lessons' })
  }
}

/** Asked for in so many words: an open lesson that is asked for again comes again, as often as it is asked for. */
lessons.command(namesOf('materi'), (ctx) =>
  sendToday(ctx, { evenIfDone: false, onceAMinute: false }),
)
lessons.callbackQuery(callbackPattern('today'), (ctx) =>
  sendToday(ctx, { evenIfDone: false, onceAMinute: false }),
)
lessons.callbackQuery(callbackPattern('firstLesson', 'sendAgain'), (ctx) =>
  sendToday(ctx, { evenIfDone: false, onceAMinute: true }),
)
lessons.callbackQuery(callbackPattern('nextLesson'), (ctx) =>
  sendToday(ctx, { evenIfDone: true, onceAMinute: true }),
)

lessons.callbackQuery(callbackPattern('skip'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const deliveryId = numberIn(ctx.match[1])
  const delivery = deliveryId === undefined ? undefined : await findDelivery(scope.tx, deliveryId)
  if (delivery?.personId !== scope.person.id) return
  const closed = await closeDelivery(scope.tx, delivery.id, 'skipped', scope.now)
  if (!closed) return reply(ctx, 'note', { key: 'nothing-to-skip' })
  await withdrawLesson(scope.tx, delivery, 'skipped', scope.now)
  const { id: personId, chatId } = scope.person
  await withdrawNudges(scope.tx, [{ deliveryId: delivery.id, personId, chatId }], scope.now)
  const ended = await endTracks(scope.tx, personId, scope.now)
  const next = nextArgs(await nextMomentOf(scope.tx, personId, scope.now))
  await reply(ctx, 'lesson-closed', { skipped: true, ended, next })
})

/** A few questions more, now: what is due, then what will be soonest. */
async function practise(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, now, person } = scope
  const rows = await askForPractice(tx, person.id, { now, heldMs: REPLY_HELD_MS })
  if (rows.length === 0) return reply(ctx, 'note', { key: 'nothing-to-practise' })
  scope.replies.push(...rows)
}

lessons.command(namesOf('latihan'), practise)
lessons.callbackQuery(callbackPattern('practice'), practise)

lessons.command(namesOf('progres'), progressOf)
lessons.callbackQuery(callbackPattern('progress'), progressOf)

async function progressOf(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  await reply(ctx, 'progress', {})
}

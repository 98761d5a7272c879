import { Composer } from 'grammy'
import { askForPractice, findOpenDelivery } from '../../learning/index.ts'
import { withdrawNudges } from '../../nudges/index.ts'
import { changePerson } from '../../people/index.ts'
import { callbackPattern } from '../callback.ts'
import { plainWords } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'
import { sendToday } from './lessons.ts'

/** What somebody may answer to a reminder: none any more, again, or little for now. */
export const reminders = new Composer<BotContext>()

/** Questions that fit into five minutes beside whatever else is in the way. */
const SHORT = 2

reminders.hears(plainWords.unremind, unremind)
reminders.callbackQuery(callbackPattern('unremind'), unremind)

/** From now on none; the one that stands in the chat goes too. */
async function unremind(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person, now } = scope
  await changePerson(tx, person.id, { unremindedSince: person.unremindedSince ?? now })
  const open = await findOpenDelivery(tx, person.id)
  if (open !== undefined) {
    const of = { deliveryId: open.id, personId: person.id, chatId: person.chatId }
    await withdrawNudges(tx, [of], now)
  }
  await reply(ctx, 'note', {
    key: 'unreminded',
    button: { key: 'button-remind-again', callback: 'remindAgain' },
  })
}

reminders.callbackQuery(callbackPattern('remindAgain'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  await changePerson(scope.tx, scope.person.id, { unremindedSince: null })
  await reply(ctx, 'note', {
    key: 'reminded-again',
    button: { key: 'button-unremind', callback: 'unremind' },
  })
})

/** Two questions of old; whoever has met none yet gets the lesson. */
reminders.callbackQuery(callbackPattern('wayBack'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person, now } = scope
  const short = { now, heldMs: REPLY_HELD_MS, count: SHORT }
  const rows = await askForPractice(tx, person.id, short)
  if (rows.length === 0) return sendToday(ctx, { evenIfDone: false, onceAMinute: true })
  scope.replies.push(...rows)
})

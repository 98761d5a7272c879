import { Composer } from 'grammy'
import { replan } from '../../learning/index.ts'
import { changePerson } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'
import { WEEKLY_DAYS } from '../views/rhythm.ts'

/** Each working day, or the lessons of a week at once. */
export const rhythm = new Composer<BotContext>()

rhythm.callbackQuery(callbackPattern('rhythm'), async (ctx) => {
  if (isJoined(ctx.scope)) await reply(ctx, 'ask-rhythm', {})
})

rhythm.callbackQuery(callbackPattern('setRhythm'), async (ctx) => {
  const { scope } = ctx
  const day = numberIn(ctx.match[1])
  if (!isJoined(scope) || day === undefined) return
  if (day !== 0 && !WEEKLY_DAYS.some((known) => known === day)) return
  const { tx, person, now } = scope
  await changePerson(tx, person.id, { weeklyOn: day === 0 ? null : day })
  const next = await replan(tx, person.id, now)
  await replace(ctx, 'rhythm-set', { day: day === 0 ? null : day, next: nextArgs(next) })
})

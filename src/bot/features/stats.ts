import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext } from '../scope.ts'

export const stats = new Composer<BotContext>()

async function overview(ctx: BotContext): Promise<void> {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await reply(ctx, 'stats', {})
}

/** The words after /statistik that ask for what was learned. */
const LEARNING = /^(belajar|learning)$/i

/** And those that ask for what reminders did. */
const NUDGES = /^(pengingat|nudges?|reminders?)$/i

stats.command(namesOf('statistik'), (ctx) => {
  const words = ctx.match.trim()
  if (NUDGES.test(words)) return nudges(ctx)
  return LEARNING.test(words) ? learning(ctx, undefined) : overview(ctx)
})
stats.callbackQuery(callbackPattern('stats'), overview)

async function learning(ctx: BotContext, unitId: string | undefined): Promise<void> {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await replace(ctx, 'learning-stats', unitId === undefined ? {} : { unitId })
}

async function nudges(ctx: BotContext): Promise<void> {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await replace(ctx, 'nudge-stats', {})
}

stats.callbackQuery(callbackPattern('nudgeStats'), nudges)

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

stats.callbackQuery(callbackPattern('learning'), (ctx) => {
  const unitId = ctx.match[1]
  return learning(ctx, unitId !== undefined && UUID.test(unitId) ? unitId : undefined)
})

stats.callbackQuery(callbackPattern('learningUnits'), async (ctx) => {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await replace(ctx, 'ask-learning-unit', {})
})

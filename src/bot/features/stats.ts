import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'

export const stats = new Composer<BotContext>()

async function overview(ctx: BotContext): Promise<void> {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await reply(ctx, 'stats', {})
}

stats.command(namesOf('statistik'), overview)
stats.callbackQuery(callbackPattern('stats'), overview)

import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

/** The report for the head of the organisation: at any time, and by itself on Mondays. */
export const briefing = new Composer<BotContext>()

/** The words after /laporan that ask for it. */
const HEAD = /^(pimpinan|leaders?|head)$/i

briefing.command(namesOf('laporan'), (ctx, next) =>
  HEAD.test(ctx.match.trim()) ? show(ctx) : next(),
)
briefing.callbackQuery(callbackPattern('briefing'), show)

async function show(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await reply(ctx, 'briefing', { asked: true })
}

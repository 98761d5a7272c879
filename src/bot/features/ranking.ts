import { Composer } from 'grammy'
import { readSettings } from '../../learning/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

export const ranking = new Composer<BotContext>()

ranking.command(namesOf('peringkat'), (ctx) => show(ctx, 0))
ranking.callbackQuery(callbackPattern('ranking'), (ctx) => show(ctx, numberIn(ctx.match[1]) ?? 0))

/** A page comes as a message of its own: a picture in place of a text is no edit that always works. */
async function show(ctx: BotContext, from: number): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const settings = await readSettings(scope.tx)
  if (!settings['ranking.shown']) return reply(ctx, 'note', { key: 'ranking-off' })
  await reply(ctx, 'ranking', { from })
}

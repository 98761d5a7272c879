import { Composer } from 'grammy'
import { chooseTrack, replan } from '../../learning/index.ts'
import { callbackPattern } from '../callback.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

export const tracks = new Composer<BotContext>()

tracks.callbackQuery(callbackPattern('tracks'), async (ctx) => {
  if (isJoined(ctx.scope)) await reply(ctx, 'tracks', {})
})

tracks.callbackQuery(callbackPattern('takeTrack'), (ctx) => choose(ctx, true))
tracks.callbackQuery(callbackPattern('leaveTrack'), (ctx) => choose(ctx, false))

/** The page itself shows what came of it; an old button changes nothing and shows what is. */
async function choose(ctx: BotContext, takes: boolean): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person, now } = scope
  const trackId = String(ctx.match?.[1] ?? '')
  if (await chooseTrack(tx, person.id, { trackId, takes, now })) await replan(tx, person.id, now)
  await replace(ctx, 'tracks', {})
}

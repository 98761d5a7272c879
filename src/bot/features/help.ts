import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf, plainWords } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

export const help = new Composer<BotContext>()

help.command(namesOf('bantuan'), (ctx) => reply(ctx, 'help', {}))
help.hears(plainWords.menu, (ctx) => reply(ctx, 'help', {}))
help.callbackQuery(callbackPattern('help'), (ctx) => reply(ctx, 'help', {}))

/** Whatever nothing else understood; the last of the features. */
export const lastResort = new Composer<BotContext>()

lastResort.on('message', async (ctx) => {
  if (!isJoined(ctx.scope)) return
  const isCommand = ctx.message.text?.startsWith('/') === true
  await reply(ctx, 'note', { key: isCommand ? 'unknown-command' : 'unknown-text' })
})

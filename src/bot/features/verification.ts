import { Composer } from 'grammy'
import { codeInPayload } from '../../certificates/index.ts'
import { reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'

/** Whoever scans a certificate's code lands here, joined or not, and learns what is on it. */
export const verification = new Composer<BotContext>()

/** A payload of Telegram's is no longer; what is typed may be. */
const CODE_LENGTH = 62

verification.command('start', async (ctx, next) => {
  const code = codeInPayload(ctx.match.trim())
  if (code === undefined || ctx.chat.type !== 'private') return next()
  const { locale } = ctx.scope.deps
  await reply(ctx, 'certificate-checked', { code: code.slice(0, CODE_LENGTH), locale })
})

import { Composer } from 'grammy'
import { insertBundles } from '../../messaging/index.ts'
import { AWAITING_NIP } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { reply } from '../reply.ts'
import { REPLY_HELD_MS, type BotContext } from '../scope.ts'

/** Telegram lets a bot delete what was sent in a private chat for 48 hours. */
const DELETABLE_MS = 48 * 3600_000

/** A deletion that was asked for is worth trying for an hour. */
const WORTH_MS = 3600_000

export const masking = new Composer<BotContext>()

/** What was masked before the update was stored is said here; then the text is handled as ever. */
masking.on('message', async (ctx, next) => {
  const { scope, message } = ctx
  // A NIP that the certificate asked for is no slip: it is taken from beside the masked text.
  const asked = scope.person?.awaiting?.startsWith(AWAITING_NIP) === true
  const found = scope.found.filter((kind) => kind !== 'nip' || !asked)
  if (found.length === 0) return next()
  await reply(ctx, 'data-masked', {
    kinds: found,
    messageId: message.message_id,
    sentAt: message.date,
    locale: scope.deps.locale,
  })
  // A contact that was shared has no words of its own: nothing is left to answer.
  if (message.text !== undefined || message.caption !== undefined) await next()
})

masking.callbackQuery(callbackPattern('deleteTyped'), async (ctx) => {
  const { scope } = ctx
  const { locale } = scope.deps
  const [typed, sent] = (ctx.match[1] ?? '').split(':')
  const messageId = numberIn(typed)
  const sentAt = numberIn(sent)
  if (messageId === undefined || sentAt === undefined) return
  if (scope.now.getTime() - sentAt * 1000 > DELETABLE_MS) {
    return reply(ctx, 'note', { key: 'typed-too-old', locale })
  }
  const to = {
    lane: 'reply',
    personId: scope.person?.id ?? null,
    chatId: scope.person?.chatId ?? ctx.chat?.id ?? scope.senderId,
    notAfter: new Date(scope.now.getTime() + WORTH_MS),
  } as const
  const key = `typed:${to.chatId}:${messageId}`
  // The word comes only if the deletion went through; what if not, see typed-removals.ts.
  const rows = await insertBundles(
    scope.tx,
    [
      [
        { ...to, kind: 'typed-removal', args: { messageId, locale }, dedupeKey: key },
        { ...to, kind: 'note', args: { key: 'typed-deleted', locale }, dedupeKey: `${key}:said` },
      ],
    ],
    { now: scope.now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
})

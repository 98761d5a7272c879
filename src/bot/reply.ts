import { civilDay } from '../learning/index.ts'
import { insertMessages } from '../messaging/index.ts'
import { REPLY_HELD_MS, type BotContext } from './scope.ts'
import type { ViewArgs, ViewName } from './views/catalogue.ts'

/** A reply is worth sending for an hour; later the person has moved on. */
const WORTH_MS = 3600_000

/**
 * Answers with a view: a row of the outbox, sent right after the commit. In a private chat the
 * sender's id is the chat's. With a dedupe key, only the first of several answers is sent; with
 * `afterMs`, it waits for so many elapsed milliseconds, and can be cancelled by its key until then.
 */
export async function reply<N extends ViewName>(
  ctx: BotContext,
  kind: N,
  args: ViewArgs<N>,
  { afterMs, ...options }: { readonly dedupeKey?: string; readonly afterMs?: number } = {},
): Promise<void> {
  const { scope } = ctx
  const chatId = scope.person?.chatId ?? ctx.chat?.id ?? scope.senderId
  const timezone = scope.person?.timezone ?? scope.deps.timezone
  const ids = await insertMessages(
    scope.tx,
    [
      {
        lane: 'reply',
        kind,
        args: args,
        personId: scope.person?.id ?? null,
        chatId,
        ...options,
        notAfter: new Date(scope.now.getTime() + WORTH_MS),
        // The edit of a message makes no sound, and must not spend the day's.
        ...(args.replaces === undefined ? { soundDay: civilDay(timezone, scope.now) } : {}),
      },
    ],
    { now: scope.now, heldMs: afterMs ?? REPLY_HELD_MS },
  )
  // What has to wait is left to the feeder, which takes it up after that time.
  if (afterMs === undefined) scope.replies.push(...ids)
}

/** The same, in place of the message whose button was pressed. */
export async function replace<N extends ViewName>(
  ctx: BotContext,
  kind: N,
  args: ViewArgs<N>,
): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id
  await reply(ctx, kind, messageId === undefined ? args : { ...args, replaces: messageId })
}

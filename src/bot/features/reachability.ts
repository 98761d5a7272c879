import { Composer } from 'grammy'
import { insertBundles } from '../../messaging/index.ts'
import { markSeen, markUnreachable } from '../../people/index.ts'
import { REPLY_HELD_MS, type BotContext } from '../scope.ts'

export const reachability = new Composer<BotContext>()

const GROUP_LINE_WORTH_MS = 600_000

/** Blocked and unblocked are noticed; in a group the bot says one line and leaves. */
reachability.on('my_chat_member', async (ctx) => {
  const { scope } = ctx
  const { chat, new_chat_member: member } = ctx.myChatMember
  if (chat.type === 'private') {
    if (scope.person === undefined) return
    await (member.status === 'kicked' || member.status === 'left'
      ? markUnreachable(scope.tx, [scope.person.id], 'blocked the bot', scope.now)
      : markSeen(scope.tx, scope.person.id, chat.id, scope.now))
    return
  }
  if (chat.type === 'channel' || member.status === 'kicked' || member.status === 'left') return
  const message = {
    lane: 'reply',
    personId: null,
    chatId: chat.id,
    notAfter: new Date(scope.now.getTime() + GROUP_LINE_WORTH_MS),
  } as const
  const key = `group:${chat.id}:${ctx.update.update_id}`
  const args = { key: 'group-line', locale: scope.deps.locale }
  const rows = await insertBundles(
    scope.tx,
    [
      [
        { ...message, kind: 'note', args, dedupeKey: `${key}:line` },
        { ...message, kind: 'leave-group', args: {}, dedupeKey: `${key}:leave` },
      ],
    ],
    { now: scope.now, heldMs: REPLY_HELD_MS },
  )
  scope.replies.push(...rows)
})

/** Nothing else is heard in groups and channels. */
reachability.use(async (ctx, next) => {
  if (ctx.chat !== undefined && ctx.chat.type !== 'private') return
  await next()
})

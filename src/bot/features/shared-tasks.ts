import { Composer } from 'grammy'
import { openMoment } from '../../learning/index.ts'
import { insertMessages } from '../../messaging/index.ts'
import { praiseReply } from '../../practice/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { coordinates } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

/** A kind word waits out a weekend and a leave of a week. */
const WORTH_MS = 10 * 24 * 3600_000

export const sharedTasks = new Composer<BotContext>()

sharedTasks.callbackQuery(callbackPattern('sharedReplies'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) return reply(ctx, 'note', { key: 'coordinators-only' })
  const offset = numberIn(ctx.match[1])
  await (offset === undefined
    ? reply(ctx, 'shared-replies', { offset: 0 })
    : replace(ctx, 'shared-replies', { offset }))
})

sharedTasks.callbackQuery(callbackPattern('praise'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) return reply(ctx, 'note', { key: 'coordinators-only' })
  const [which, page] = (ctx.match[1] ?? '').split(':')
  const id = numberIn(which)
  if (id === undefined) return
  const { tx, now, person } = scope
  const praised = await praiseReply(tx, { id, viewerId: person.id }, now)
  // Once, silently, and not in the hours when nothing comes.
  if (praised !== undefined) {
    const notBefore = await openMoment(tx, praised.personId, now)
    const rows = await insertMessages(
      tx,
      [
        {
          lane: 'reply',
          kind: 'note',
          args: { key: 'praised' },
          ...praised,
          notBefore,
          waitsFor: 'hours',
          notAfter: new Date(notBefore.getTime() + WORTH_MS),
          dedupeKey: `praised:${id}`,
        },
      ],
      { now },
    )
    if (notBefore <= now) scope.replies.push(...rows)
  }
  await replace(ctx, 'shared-replies', { offset: numberIn(page) ?? 0 })
})

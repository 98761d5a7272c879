import { Composer } from 'grammy'
import { setDigest } from '../../reports/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { coordinates } from '../for-coordinator.ts'

/** What the units of a coordinator did: at any time, and by itself on Mondays. */
export const digest = new Composer<BotContext>()

async function show(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (!coordinates(scope)) return reply(ctx, 'note', { key: 'coordinators-only' })
  await reply(ctx, 'digest', { asked: true })
}

digest.command(namesOf('laporan'), show)
digest.callbackQuery(callbackPattern('digest'), show)
digest.callbackQuery(callbackPattern('digestOff'), (ctx) => turn(ctx, false))
digest.callbackQuery(callbackPattern('digestOn'), (ctx) => turn(ctx, true))

async function turn(ctx: BotContext, wanted: boolean): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (scope.roles.coordinates.length === 0) return reply(ctx, 'note', { key: 'coordinators-only' })
  await setDigest(scope.tx, scope.person.id, wanted, scope.now)
  await reply(
    ctx,
    'note',
    wanted
      ? { key: 'digest-on', button: { key: 'button-digest-off', callback: 'digestOff' } }
      : { key: 'digest-off', button: { key: 'button-digest-on', callback: 'digestOn' } },
  )
}

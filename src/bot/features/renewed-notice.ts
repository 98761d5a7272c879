import { Composer } from 'grammy'
import { comeBack, nextMomentOf, replan } from '../../learning/index.ts'
import { recordConsent } from '../../people/index.ts'
import { isOutdated } from '../../rights/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'

/**
 * Whoever agreed to an older notice is asked for a word to the new one before anything goes on. What
 * concerns the own data was handled before; the language can be changed to read the notice.
 */
export const renewedNotice = new Composer<BotContext>()

renewedNotice.use(async (ctx, next) => {
  const { scope, message, callbackQuery } = ctx
  if (!isJoined(scope) || !isOutdated(scope.person, scope.deps.noticeVersion)) return next()
  if (message === undefined && callbackQuery === undefined) return next()
  if (callbackQuery !== undefined) {
    const { data = '' } = callbackQuery
    if (callbackPattern('agree').test(data)) return agree(ctx)
    if (callbackPattern('language').test(data)) return next()
  }
  const word = /^\/(\w+)/.exec(message?.text ?? '')?.[1]?.toLowerCase()
  if (word !== undefined && namesOf('bahasa').includes(word)) return next()
  await reply(ctx, 'notice-renewed', {})
})

async function agree(ctx: BotContext): Promise<void> {
  const { tx, person, deps, now } = ctx.scope
  if (person === undefined) return
  await recordConsent(tx, person.id, deps.noticeVersion, now)
  ctx.scope.person = { ...person, noticeVersion: deps.noticeVersion }
  // Reminders that did not come while the question stood have ended in a pause by themselves.
  await (person.pausedItself ? comeBack(tx, person.id, now) : replan(tx, person.id, now))
  const next = nextArgs(await nextMomentOf(tx, person.id, now))
  await replace(ctx, 'note', {
    key: 'notice-agreed',
    next,
    button: { key: 'button-help-today', callback: 'today' },
  })
}

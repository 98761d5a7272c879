import { Composer } from 'grammy'
import { previewQuestion } from '../../learning/index.ts'
import type { Person } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { clip } from '../views/clip.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'

/** What questions tell of people and of themselves; for admins alone. */
export const itemStats = new Composer<BotContext>()

/** The words after /statistik that ask for it, and what is typed behind them. */
const ITEMS = /^(?:soal|items?|questions?)(?:\s+(.+))?$/is

itemStats.command(namesOf('statistik'), (ctx, next) => {
  const asked = ITEMS.exec(ctx.match.trim())
  if (asked === null) return next()
  const [, more] = asked
  if (more === undefined) return show(ctx, '0')
  // All first answers count, since the question is what it is: no period, and no unit.
  const variables = { typed: clip(more, 60) }
  return forAdmin(ctx, () => reply(ctx, 'note', { key: 'item-stats-no-period', variables }))
})
itemStats.callbackQuery(callbackPattern('itemStats'), (ctx) => show(ctx, ctx.match[1] ?? '0'))
itemStats.callbackQuery(callbackPattern('itemForms'), (ctx) =>
  show(ctx, ctx.match[1] ?? '0', 'form-items'),
)

/** Anybody else is told so, whatever they press. */
async function forAdmin(ctx: BotContext, act: (admin: Person) => Promise<void>): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act(scope.person)
}

/** A page comes as a message of its own: a picture in place of a text is no edit that always works. */
function show(
  ctx: BotContext,
  argument: string,
  view: 'item-stats' | 'form-items' = 'item-stats',
): Promise<void> {
  const [, digits, trackId] = /^(\d{1,6})(?:\.(.+))?$/.exec(argument) ?? []
  const from = numberIn(digits) ?? 0
  // A track that is gone has no questions, and the page says so.
  return forAdmin(ctx, () => reply(ctx, view, trackId === undefined ? { from } : { from, trackId }))
}

itemStats.callbackQuery(callbackPattern('itemTracks'), (ctx) =>
  forAdmin(ctx, () => reply(ctx, 'ask-item-track', {})),
)

itemStats.callbackQuery(callbackPattern('itemCard'), (ctx) =>
  forAdmin(ctx, () => reply(ctx, 'item-card', { questionId: ctx.match[1] ?? '' })),
)

itemStats.callbackQuery(callbackPattern('itemPreview'), (ctx) =>
  forAdmin(ctx, async (admin) => {
    const { tx, now, replies, deps } = ctx.scope
    const question = deps.catalogue().questions.get(ctx.match[1] ?? '')
    if (question === undefined) return reply(ctx, 'note', { key: 'item-gone' })
    replies.push(...(await previewQuestion(tx, admin, question, { now, heldMs: REPLY_HELD_MS })))
  }),
)

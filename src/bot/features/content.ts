import { Composer } from 'grammy'
import type { Lesson } from '../../content/index.ts'
import { previewLesson } from '../../learning/index.ts'
import type { Person } from '../../people/index.ts'
import { audited } from '../audited.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { replace, reply } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext } from '../scope.ts'

export const content = new Composer<BotContext>()

/** The pages of what is live, for admins; anybody else is told so, whatever they press. */
async function forAdmin(ctx: BotContext, act: (admin: Person) => Promise<void>): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act(scope.person)
}

/**
 * Every button names a lesson, and that survives a reload: a lesson that moved is found where it
 * stands now, and of one that is gone the button says so.
 */
async function withLesson(
  ctx: BotContext,
  id: string | undefined,
  act: (lesson: Lesson) => Promise<void>,
): Promise<void> {
  const lesson = ctx.scope.deps.catalogue().lessons.get(id ?? '')
  await (lesson === undefined ? replace(ctx, 'content-gone', {}) : act(lesson))
}

content.command(namesOf('kelola_materi'), (ctx) => forAdmin(ctx, () => reply(ctx, 'content', {})))
content.callbackQuery(callbackPattern('content'), (ctx) =>
  forAdmin(ctx, () => reply(ctx, 'content', {})),
)
content.callbackQuery(callbackPattern('contentTracks'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'content', {})),
)

content.callbackQuery(callbackPattern('contentPage'), (ctx) =>
  forAdmin(ctx, () =>
    withLesson(ctx, ctx.match[1], ({ id }) => replace(ctx, 'content-track', { lessonId: id })),
  ),
)

content.callbackQuery(callbackPattern('contentLesson'), (ctx) =>
  forAdmin(ctx, () =>
    withLesson(ctx, ctx.match[1], ({ id }) => replace(ctx, 'content-lesson', { lessonId: id })),
  ),
)

content.callbackQuery(callbackPattern('contentSend'), (ctx) =>
  forAdmin(ctx, (admin) =>
    withLesson(ctx, ctx.match[1], async (lesson) => {
      const { tx, now, replies } = ctx.scope
      replies.push(...(await previewLesson(tx, admin, lesson, { now, heldMs: REPLY_HELD_MS })))
    }),
  ),
)

content.callbackQuery(callbackPattern('contentReload'), (ctx) =>
  forAdmin(ctx, async (admin) => {
    const { after, deps } = ctx.scope
    await audited(ctx.scope, 'lessons.reloaded')
    // The reload reads files and answers by itself: neither belongs into this transaction.
    after.push(() => deps.reloadLessons(admin.id))
  }),
)

import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { replace, reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'

/** How the system is, for admins. */
export const status = new Composer<BotContext>()

/** The board of the queues, a page of ours; see BOARD_PATH in web. */
const BOARD = '/antrean/'

status.command(namesOf('status'), (ctx) => forAdmin(ctx, () => reply(ctx, 'status', {})))

/** From a menu it comes anew; with an argument it takes the place of the one before. */
status.callbackQuery(callbackPattern('status'), (ctx) =>
  forAdmin(ctx, () =>
    ctx.match[1] === undefined ? reply(ctx, 'status', {}) : replace(ctx, 'status', {}),
  ),
)

status.callbackQuery(callbackPattern('statusParked'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'status-parked', {})),
)

status.callbackQuery(callbackPattern('statusDrop'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'status-drop', {})),
)

/** The queues are no part of this transaction; what came of it is told by itself. */
status.callbackQuery(callbackPattern('statusDropYes'), (ctx) =>
  forAdmin(ctx, async ({ after, deps, person }) => {
    after.push(() => deps.dropParked(person.id))
    await Promise.resolve()
  }),
)

status.callbackQuery(callbackPattern('statusBoard'), (ctx) =>
  forAdmin(ctx, async ({ tx, deps, person, now }) => {
    const linkId = await deps.makePageLink(tx, { personId: person.id, path: BOARD }, now)
    await reply(ctx, 'page-link', { linkId })
  }),
)

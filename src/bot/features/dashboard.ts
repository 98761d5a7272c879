import { Composer } from 'grammy'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply } from '../reply.ts'
import type { BotContext } from '../scope.ts'

/** The ways to the dashboard, for coordinators and admins. */
export const dashboard = new Composer<BotContext>()

/** Where it stands, a page of ours; see web/dashboard. */
const DASHBOARD = '/dasbor/'

dashboard.command(namesOf('dasbor'), show)
dashboard.callbackQuery(callbackPattern('dashboard'), show)

/** A link of its own each time: it works once, and for whoever asked. */
async function show(ctx: BotContext): Promise<void> {
  await forCoordinator(ctx, async ({ tx, deps, person, now }) => {
    const linkId = await deps.makePageLink(tx, { personId: person.id, path: DASHBOARD }, now)
    await reply(ctx, 'dashboard', { linkId })
  })
}

import { createInvite } from '../people/index.ts'
import { reply } from './reply.ts'
import type { BotContext } from './scope.ts'

/** An invite that is made in the chat: a month, and room for a large agency. */
const DAYS = 30
const USES = 500

/** Makes a link for a unit and shows it; in the first admin's tour with what comes next there. */
export async function inviteByLink(ctx: BotContext, unitId: string, setup: boolean): Promise<void> {
  const { tx, person, now } = ctx.scope
  const expiresAt = new Date(now.getTime() + DAYS * 24 * 3600_000)
  const createdBy = person?.id ?? null
  const invite = { grants: 'unit', unitId, maxUses: USES, expiresAt, createdBy } as const
  const code = await createInvite(tx, invite, now)
  await reply(ctx, 'invite', { unitId, code, until: expiresAt.toISOString(), uses: USES, setup })
}

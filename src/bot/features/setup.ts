import { Composer } from 'grammy'
import {
  addUnit,
  changePerson,
  createInvite,
  findRootUnit,
  findUnit,
  UNIT_NAME_LENGTH,
} from '../../people/index.ts'
import { callbackPattern } from '../callback.ts'
import { isPlainWord, namesOf } from '../commands.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

/** What `people.awaiting` says while the first admin is asked for the organisation's name. */
const AWAITING_ORGANISATION = 'organisation'

/** An invite that is made in the chat: a month, and room for a large agency. */
const INVITE_DAYS = 30
const INVITE_USES = 500

export const setup = new Composer<BotContext>()

/**
 * Leads the first admin through unit, invite and a first lesson; with an organisation there already
 * there is nothing to set up.
 *
 * @returns whether the tour was begun
 */
export async function startSetup(ctx: BotContext): Promise<boolean> {
  const { scope } = ctx
  if (scope.person === undefined || (await findRootUnit(scope.tx)) !== undefined) return false
  await changePerson(scope.tx, scope.person.id, { awaiting: AWAITING_ORGANISATION })
  await reply(ctx, 'setup-welcome', {})
  return true
}

setup.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const text = ctx.message.text.trim().replaceAll(/\s+/g, ' ')
  if (!isJoined(scope) || scope.person.awaiting !== AWAITING_ORGANISATION) return next()
  if (text.startsWith('/') || isPlainWord(text)) return next()
  if (scope.found.length > 0) return reply(ctx, 'note', { key: 'name-holds-data' })
  if (text === '' || text.length > UNIT_NAME_LENGTH) {
    const variables = { most: UNIT_NAME_LENGTH }
    return reply(ctx, 'note', { key: 'setup-name-unclear', variables })
  }
  const root = await findRootUnit(scope.tx)
  const unit = root ?? (await addUnit(scope.tx, { name: text, now: scope.now }))
  await changePerson(scope.tx, scope.person.id, { awaiting: null, unitId: unit.id })
  await invite(ctx, unit.id, true)
})

async function invite(ctx: BotContext, unitId: string, inSetup: boolean): Promise<void> {
  const { scope } = ctx
  const expiresAt = new Date(scope.now.getTime() + INVITE_DAYS * 24 * 3600_000)
  const code = await createInvite(
    scope.tx,
    {
      grants: 'unit',
      unitId,
      maxUses: INVITE_USES,
      expiresAt,
      createdBy: scope.person?.id ?? null,
    },
    scope.now,
  )
  const until = expiresAt.toISOString()
  await reply(ctx, 'invite', { unitId, code, until, uses: INVITE_USES, setup: inSetup })
}

setup.command(namesOf('undang'), async (ctx) => {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await reply(ctx, 'ask-invite-unit', {})
})

setup.callbackQuery(callbackPattern('invite'), async (ctx) => {
  if (!ctx.scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await reply(ctx, 'ask-invite-unit', {})
})

setup.callbackQuery(callbackPattern('inviteUnit'), async (ctx) => {
  const { scope } = ctx
  if (!scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  const unitId = ctx.match[1] ?? ''
  const known = /^[0-9a-f-]{36}$/.test(unitId) && (await findUnit(scope.tx, unitId)) !== undefined
  if (!known) return reply(ctx, 'note', { key: 'button-stale' })
  await invite(ctx, unitId, false)
})

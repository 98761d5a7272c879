import { Composer } from 'grammy'
import { audited } from '../audited.ts'
import { addUnit, changePerson, findRootUnit, UNIT_NAME_LENGTH } from '../../people/index.ts'
import { isPlainWord } from '../commands.ts'
import { inviteByLink } from '../invite-by-link.ts'
import { reply } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'

/** What `people.awaiting` says while the first admin is asked for the organisation's name. */
const AWAITING_ORGANISATION = 'organisation'

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
  if (root === undefined) await audited(scope, 'unit.added', { unitId: unit.id })
  await changePerson(scope.tx, scope.person.id, { awaiting: null, unitId: unit.id })
  await inviteByLink(ctx, unit.id, true)
})

import { Composer } from 'grammy'
import {
  canReachUnit,
  changeInvite,
  createPosterInvite,
  findStandingInvite,
  listInvites,
  restoreInvite,
  revokeInvite,
  unitsInReach,
  type StandingInvite,
} from '../../people/index.ts'
import { audited } from '../audited.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { inviteByLink } from '../invite-by-link.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { idIn } from '../short-id.ts'
import { KEEP, offeredTerms, posterDays, type InviteTerm } from '../views/invite-term.ts'

/** Units, or invitations, that one message shows. */
const MOST = 8

/** A poster's code is short: it lets in as many as pass a wall. */
const POSTER_USES = 200

export const invite = new Composer<BotContext>()

// --- Which unit ---

invite.command(namesOf('undang'), (ctx) =>
  forCoordinator(ctx, (scope) => askUnit(ctx, scope, ctx.match.trim())),
)
invite.callbackQuery(callbackPattern('invite'), (ctx) =>
  forCoordinator(ctx, (scope) => askUnit(ctx, scope, '')),
)

/** The units in reach; more than a message holds are found by their name. */
async function askUnit(ctx: BotContext, scope: JoinedScope, text: string): Promise<void> {
  const { tx, person } = scope
  const page = await unitsInReach(tx, person.id, { text, offset: 0, limit: MOST })
  if (page.total > page.units.length || page.total === 0) await awaitText(ctx, 'invite', 'unit')
  else await setAwaiting(ctx, null)
  await reply(ctx, 'ask-invite-unit', { ...page, offset: text === '' ? 0 : null })
}

invite.callbackQuery(callbackPattern('inviteUnits'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    const offset = numberIn(ctx.match[1])
    if (offset === undefined) return
    const page = await unitsInReach(tx, person.id, { offset, limit: MOST })
    await replace(ctx, 'ask-invite-unit', { ...page, offset })
  }),
)

invite.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if ((await awaitedBy(ctx, 'invite')) === undefined || !isJoined(scope)) return next()
  await forCoordinator(ctx, () => askUnit(ctx, scope, wordsOf(ctx.message)))
})

// --- What is made ---

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

invite.callbackQuery(callbackPattern('inviteUnit'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    const unitId = ctx.match[1] ?? ''
    if (!UUID.test(unitId) || !(await canReachUnit(tx, person.id, unitId))) return stale(ctx)
    await setAwaiting(ctx, null)
    await inviteByLink(ctx, unitId, false)
  }),
)

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

invite.callbackQuery(callbackPattern('invitePoster'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person, now, log, after }) => {
    const [unit, chosen] = (ctx.match[1] ?? '').split('.')
    const unitId = idIn(unit)
    if (unitId === undefined || !(await canReachUnit(tx, person.id, unitId))) return stale(ctx)
    // It is printed on the page, so it is asked before there is one.
    if (chosen === undefined) return reply(ctx, 'ask-poster-days', { unitId })
    const days = posterDays.find((offered) => offered === numberIn(chosen))
    if (days === undefined) return stale(ctx)
    const expiresAt = new Date(now.getTime() + days * 24 * 3600_000)
    const wish = { unitId, maxUses: POSTER_USES, expiresAt, createdBy: person.id }
    const code = await createPosterInvite(tx, wish, now)
    after.push(async () => log.info({ unit: unitId, by: person.id }, 'a poster was made'))
    await reply(ctx, 'invite-poster', { code, viewerId: person.id })
  }),
)

invite.callbackQuery(callbackPattern('inviteQr'), (ctx) => withCode(ctx, 'invite-qr'))
invite.callbackQuery(callbackPattern('inviteText'), (ctx) => withCode(ctx, 'invite-text'))

/** The code stands in the button and nowhere else; one that is over is told so. */
function withCode(ctx: BotContext, kind: 'invite-qr' | 'invite-text'): Promise<void> {
  return forCoordinator(ctx, async (scope) => {
    const code = ctx.match?.[1] ?? ''
    const standing = await standingOf(scope, code)
    await (standing === undefined
      ? reply(ctx, 'note', { key: 'invites-over' })
      : reply(ctx, kind, { code, viewerId: scope.person.id }))
  })
}

function standingOf(
  { tx, person, now }: JoinedScope,
  code: string,
): Promise<StandingInvite | undefined> {
  return findStandingInvite(tx, person.id, code, now)
}

// --- How long, and for how many ---

/** Without a number it asks; anybody can forge one, so only those that are offered count. */
function change(ctx: BotContext & { match: string | RegExpMatchArray }, what: InviteTerm) {
  return forCoordinator(ctx, async (scope) => {
    const { tx, person, now } = scope
    const [code = '', chosen] = (ctx.match[1] ?? '').split('.')
    const standing = await standingOf(scope, code)
    // On a poster both are printed.
    if (standing?.kind !== 'link') return reply(ctx, 'note', { key: 'invites-over' })
    if (chosen === undefined)
      return replace(ctx, 'ask-invite-term', { code, what, uses: standing.uses })
    if (chosen === KEEP) {
      const until = standing.expiresAt.toISOString()
      const { unitId, maxUses: uses } = standing
      return replace(ctx, 'invite', { unitId, code, until, uses, setup: false })
    }
    const number = numberIn(chosen)
    if (number === undefined || !offeredTerms(standing, what).includes(number)) return stale(ctx)
    const wish =
      what === 'days'
        ? { expiresAt: new Date(now.getTime() + number * 24 * 3600_000) }
        : { maxUses: number }
    const changed = await changeInvite(tx, person.id, code, { ...wish, now })
    if (changed === undefined) return reply(ctx, 'note', { key: 'invites-over' })
    const { unitId, expiresAt, maxUses: uses } = changed
    await audited(scope, 'invite.changed', { unitId, details: { invite: standing.id } })
    const until = expiresAt.toISOString()
    await replace(ctx, 'invite', { unitId, code, until, uses, setup: false })
  })
}

invite.callbackQuery(callbackPattern('inviteDays'), (ctx) => change(ctx, 'days'))
invite.callbackQuery(callbackPattern('inviteUses'), (ctx) => change(ctx, 'uses'))

// --- Those that stand ---

invite.callbackQuery(callbackPattern('invites'), (ctx) =>
  forCoordinator(ctx, (scope) => list(ctx, scope, numberIn(ctx.match[1]) ?? 0)),
)

async function list(
  ctx: BotContext,
  { tx, person, now }: JoinedScope,
  offset: number,
): Promise<void> {
  const page = await listInvites(tx, person.id, { offset, limit: MOST, now })
  const invites = page.invites.map(({ expiresAt, ...rest }) => ({
    ...rest,
    until: expiresAt.toISOString(),
  }))
  await replace(ctx, 'invites', { invites, total: page.total, offset })
}

/** By its number in the list, or by its code in the message that made it. */
invite.callbackQuery(callbackPattern('inviteRevoke'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const { tx, person, now } = scope
    const given = ctx.match[1] ?? ''
    const id = /^\d{1,7}$/.test(given) ? numberIn(given) : (await standingOf(scope, given))?.id
    if (id === undefined || !(await revokeInvite(tx, person.id, id, now))) {
      return reply(ctx, 'note', { key: 'invites-over' })
    }
    await audited(scope, 'invite.revoked', { details: { invite: id } })
    scope.after.push(async () =>
      scope.log.info({ invite: id, by: person.id }, 'an invite was revoked'),
    )
    await reply(ctx, 'invite-revoked', { inviteId: id })
  }),
)

invite.callbackQuery(callbackPattern('inviteRestore'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const id = numberIn(ctx.match[1])
    if (id === undefined || !(await restoreInvite(scope.tx, scope.person.id, id))) return stale(ctx)
    await audited(scope, 'invite.restored', { details: { invite: id } })
    await replace(ctx, 'note', { key: 'invites-restored' })
  }),
)

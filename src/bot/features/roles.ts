import { Composer } from 'grammy'
import {
  findPeople,
  grantRole,
  handOver,
  revokeRole,
  searchPeople,
  undoRoleChange,
  unitsInReach,
  type RoleChange,
  type RoleChanged,
} from '../../people/index.ts'
import { cancelMessages, wasSent } from '../../messaging/index.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { idIn, shortId } from '../short-id.ts'
import { tell } from '../tell.ts'
import { readRoleWish, type RoleWish } from '../views/roles.ts'

/** People, or units, that one message offers. */
const MOST = 8

export const roles = new Composer<BotContext>()

// --- Finding somebody ---

roles.command(namesOf('peran'), async (ctx) => {
  const { scope } = ctx
  const text = ctx.match.trim()
  if (!isJoined(scope)) return
  if (!scope.roles.admin && scope.roles.coordinates.length === 0) return refuse(ctx)
  if (scope.roles.admin && text !== '') return find(ctx, scope, text)
  await open(ctx)
})
roles.callbackQuery(callbackPattern('roles'), open)

/** Admins look for a person; a coordinator sees the units that she can hand over. */
async function open(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { admin, coordinates } = scope.roles
  if (!admin && coordinates.length === 0) return refuse(ctx)
  if (admin) await awaitText(ctx, 'role', 'person')
  await reply(ctx, 'roles', {})
}

function refuse(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'coordinators-only' })
}

roles.callbackQuery(callbackPattern('roleHandOver'), async (ctx) => {
  const { scope } = ctx
  const unitId = idIn(ctx.match[1])
  if (!isJoined(scope) || unitId === undefined) return
  if (!scope.roles.admin && !scope.roles.coordinates.includes(unitId)) return refuse(ctx)
  await awaitText(ctx, 'role', `hand.${shortId(unitId)}`)
  await reply(ctx, 'role-hand-over', { unitId })
})

/** The name that was asked for: of a person, or of a unit. */
roles.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const asked = await awaitedBy(ctx, 'role')
  if (asked === undefined || !isJoined(scope)) return next()
  const text = wordsOf(ctx.message)
  const [what, id] = asked.split('.')
  const given = idIn(id)
  if (what === 'unit' && given !== undefined) {
    const page = await unitsInReach(scope.tx, scope.person.id, { text, offset: 0, limit: MOST })
    return reply(ctx, 'role-units', { personId: given, ...page, offset: null })
  }
  await find(ctx, scope, text, what === 'hand' ? given : undefined)
})

async function find(
  ctx: BotContext,
  { tx, person }: JoinedScope,
  text: string,
  unitId?: string,
): Promise<void> {
  const found = await searchPeople(tx, person.id, { text, limit: MOST })
  const args = { ...found, ...(unitId === undefined ? {} : { unitId }) }
  // Nobody found, or too many: another name can be written right away.
  if (found.ids.length > 0 && !found.more) await setAwaiting(ctx, null)
  else await awaitText(ctx, 'role', unitId === undefined ? 'person' : `hand.${shortId(unitId)}`)
  await reply(ctx, 'role-people', args)
}

// --- Deciding ---

roles.callbackQuery(callbackPattern('roleCard'), (ctx) =>
  forAdmin(ctx, async () => {
    const personId = idIn(ctx.match[1])
    if (personId === undefined) return
    await replace(ctx, 'role-card', { personId })
  }),
)

roles.callbackQuery(callbackPattern('roleUnits'), (ctx) =>
  forAdmin(ctx, async ({ tx, person }) => {
    const [id, from] = (ctx.match[1] ?? '').split('.')
    const personId = idIn(id)
    const offset = numberIn(from ?? '0')
    if (personId === undefined || offset === undefined) return
    const page = await unitsInReach(tx, person.id, { offset, limit: MOST })
    await awaitText(ctx, 'role', `unit.${shortId(personId)}`)
    await replace(ctx, 'role-units', { personId, ...page, offset })
  }),
)

async function forAdmin(
  ctx: BotContext,
  act: (scope: JoinedScope) => Promise<void>,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act(scope)
}

roles.callbackQuery(callbackPattern('roleAsk'), async (ctx) => {
  const wish = readRoleWish(ctx.match[1])
  if (!isJoined(ctx.scope) || wish === undefined) return
  if (!mayWish(ctx.scope, wish)) return refuse(ctx)
  await setAwaiting(ctx, null)
  await replace(ctx, 'role-confirm', wish)
})

/** What the store checks again, in the transaction that does it. */
function mayWish({ roles: { admin, coordinates } }: JoinedScope, wish: RoleWish): boolean {
  return admin || (wish.change === 'h' && wish.unitId !== null && coordinates.includes(wish.unitId))
}

roles.callbackQuery(callbackPattern('roleDo'), async (ctx) => {
  const wish = readRoleWish(ctx.match[1])
  const { scope } = ctx
  if (!isJoined(scope) || wish === undefined) return
  await answerChanged(ctx, scope, await carryOut(scope, wish))
})

function carryOut(
  { tx, person: { id: by }, now }: JoinedScope,
  wish: RoleWish,
): Promise<RoleChanged> {
  const { change, personId, unitId } = wish
  if (change === 'h') return handOver(tx, by, { personId, unitId: unitId ?? '' }, now)
  const role = unitId === null ? 'admin' : 'coordinator'
  return (change === 'g' ? grantRole : revokeRole)(tx, by, { personId, role, unitId }, now)
}

const refusals = {
  known: 'roles-known',
  not_allowed: 'coordinators-only',
  gone: 'roles-gone',
  last_admin: 'roles-last-admin',
} as const satisfies Record<Exclude<RoleChanged['kind'], 'changed'>, string>

async function answerChanged(
  ctx: BotContext,
  scope: JoinedScope,
  changed: RoleChanged,
): Promise<void> {
  // A second tap must not take away the first one's button for undoing.
  if (changed.kind === 'known') return reply(ctx, 'note', { key: refusals.known })
  if (changed.kind !== 'changed') return replace(ctx, 'note', { key: refusals[changed.kind] })
  const { change } = changed
  note(scope, change, 'a role was changed')
  await replace(ctx, 'role-done', { changeId: change.id })
  await tellConcerned(scope, change)
}

roles.callbackQuery(callbackPattern('roleUndo'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const undone = await undoRoleChange(scope.tx, scope.person.id, id, scope.now)
  if (undone.kind !== 'changed') return replace(ctx, 'note', { key: refusals[undone.kind] })
  note(scope, undone.change, 'the change of a role was undone')
  await replace(ctx, 'note', { key: 'roles-undone' })
  await tellConcerned(scope, undone.change)
})

/** Whoever got or lost a role is told so, but by whom it was done to themselves. */
async function tellConcerned(scope: JoinedScope, change: RoleChange): Promise<void> {
  const { tx, now, person } = scope
  const ids = [change.personId, ...change.fromIds].filter((id) => id !== person.id)
  for (const to of (await findPeople(tx, ids)).values()) {
    const dedupeKey = `role:${change.id}:${to.id}`
    if (change.undoneAt === null) {
      await tell(scope, to, { kind: 'role-told', args: { changeId: change.id }, dedupeKey })
      continue
    }
    // Undone before it was told: there is nothing to tell.
    if (await wasSent(tx, dedupeKey)) {
      const undone = `${dedupeKey}:undone`
      await tell(scope, to, { kind: 'role-told', args: { changeId: change.id }, dedupeKey: undone })
    } else await cancelMessages(tx, [dedupeKey], 'undone', now)
  }
}

/** Written once it is committed: with random ids alone. */
function note(scope: JoinedScope, change: RoleChange, what: string): void {
  const { id, change: kind, role, personId, unitId } = change
  const about = { change: id, kind, role, person: personId, unit: unitId, by: scope.person.id }
  scope.after.push(async () => scope.log.info(about, what))
}

import { Composer } from 'grammy'
import { replan } from '../../learning/index.ts'
import { eraseHandled } from '../../messaging/index.ts'
import { changePerson, jobRoles, type JobRole, type Person } from '../../people/index.ts'
import { agreeAgain, erasePerson, release, restrict, withdraw } from '../../rights/index.ts'
import { awaitedBy, awaitText, setAwaiting } from '../awaiting.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext, Scope } from '../scope.ts'

/** Longest name in characters; a name with titles fits. */
const NAME_LENGTH = 80

/** A button that does what cannot be guessed from its words alone holds for an hour. */
const HOLDS_MS = 3600_000

/** What a person may ask of us about their own data, also while all else stands still. */
export const myData = new Composer<BotContext>()

type KnownScope = Scope & { person: Person }

function isKnown(scope: Scope): scope is KnownScope {
  return scope.person !== undefined
}

myData.command(namesOf('data_saya'), async (ctx, next) => {
  if (!isKnown(ctx.scope)) return next()
  await reply(ctx, 'my-data', {})
})

myData.callbackQuery(callbackPattern('myData'), async (ctx, next) => {
  if (!isKnown(ctx.scope)) return next()
  await reply(ctx, 'my-data', {})
})

myData.callbackQuery(callbackPattern('myDataFile'), async (ctx, next) => {
  if (!isKnown(ctx.scope)) return next()
  await reply(ctx, 'my-data-page', {})
  await reply(ctx, 'my-data-json', {})
})

myData.callbackQuery(callbackPattern('myDataFix'), async (ctx, next) => {
  if (!isKnown(ctx.scope)) return next()
  await replace(ctx, 'my-data-fix', {})
})

myData.callbackQuery(callbackPattern('myDataName'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  await awaitText(ctx, 'my-name', 'new')
  await reply(ctx, 'note', { key: 'data-ask-name', variables: { name: scope.person.name } })
})

myData.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope) || (await awaitedBy(ctx, 'my-name')) === undefined) return next()
  const name = ctx.message.text.trim().replaceAll(/\s+/g, ' ')
  if (scope.found.length > 0) return reply(ctx, 'note', { key: 'name-holds-data' })
  if (name.length > NAME_LENGTH) {
    return reply(ctx, 'note', { key: 'name-too-long', variables: { most: NAME_LENGTH } })
  }
  const { id, name: before } = scope.person
  await changePerson(scope.tx, id, { name })
  scope.person = { ...scope.person, name }
  // Kept where it is hers alone, until she goes on with something else.
  await setAwaiting(ctx, `my-name-before:${before}`)
  await reply(ctx, 'note', {
    key: 'data-name-set',
    button: { key: 'button-undo', callback: 'myDataNameUndo' },
  })
})

myData.callbackQuery(callbackPattern('myDataNameUndo'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  const [, before] = /^my-name-before:(.+)$/s.exec(scope.person.awaiting ?? '') ?? []
  if (before === undefined) return replace(ctx, 'note', { key: 'button-stale' })
  await changePerson(scope.tx, scope.person.id, { name: before, awaiting: null })
  await replace(ctx, 'note', { key: 'data-undone' })
})

myData.callbackQuery(callbackPattern('myDataRole'), async (ctx, next) => {
  const { scope } = ctx
  const chosen = ctx.match[1]
  if (!isKnown(scope) || scope.person.joinStep !== null) return next()
  if (chosen === undefined) return replace(ctx, 'my-data-role', {})
  const { id, jobRole } = scope.person
  if (!isJobRole(chosen)) return
  await changePerson(scope.tx, id, { jobRole: chosen })
  await replan(scope.tx, id, scope.now)
  await replace(
    ctx,
    'my-data-role-set',
    jobRole === null || jobRole === chosen ? {} : { before: jobRole },
  )
})

function isJobRole(value: string): value is JobRole {
  return jobRoles.some((role) => role === value)
}

myData.callbackQuery(
  callbackPattern('restrictAsk', 'withdrawAsk', 'eraseAsk'),
  async (ctx, next) => {
    if (!isKnown(ctx.scope)) return next()
    const verb = ctx.callbackQuery.data
    const what = verb === 'dataerase' ? 'erase' : verb === 'datastop' ? 'withdraw' : 'restrict'
    await reply(ctx, 'my-data-confirm', { what, at: ctx.scope.now.getTime() })
  },
)

/** Whether a second tap came while its question was still in mind. */
function holds(scope: Scope, argument: string | undefined): boolean {
  const asked = numberIn(argument)
  return asked !== undefined && Math.abs(scope.now.getTime() - asked) < HOLDS_MS
}

myData.callbackQuery(callbackPattern('restrictYes'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  if (!holds(scope, ctx.match[1])) return replace(ctx, 'note', { key: 'button-stale' })
  const { kind } = await restrict(scope.tx, scope.person, scope.now)
  if (kind !== 'done') return replace(ctx, 'note', { key: NOT_DONE[kind] })
  await replace(ctx, 'note', {
    key: 'data-is-restricted',
    button: { key: 'button-data-release', callback: 'release' },
  })
})

myData.callbackQuery(callbackPattern('withdrawYes'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  if (!holds(scope, ctx.match[1])) return replace(ctx, 'note', { key: 'button-stale' })
  const { kind } = await withdraw(scope.tx, scope.person, scope.now)
  if (kind !== 'done') return replace(ctx, 'note', { key: NOT_DONE[kind] })
  await replace(ctx, 'my-data-withdrawn', {})
})

const NOT_DONE = { known: 'button-stale', has_role: 'data-role-first' } as const

myData.callbackQuery(callbackPattern('release'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  // Without a consent there is nothing to go on with; that is asked for by its own button.
  const lifted =
    scope.person.noticeVersion !== null && (await release(scope.tx, scope.person, scope.now))
  await replace(ctx, 'note', { key: lifted ? 'data-released' : 'button-stale' })
})

myData.callbackQuery(callbackPattern('agreeAgain'), async (ctx, next) => {
  const { scope } = ctx
  if (!isKnown(scope)) return next()
  const { tx, person, now, deps } = scope
  const agreed = await agreeAgain(tx, person, { version: deps.noticeVersion, now })
  await replace(ctx, 'note', { key: agreed ? 'data-released' : 'button-stale' })
})

myData.callbackQuery(callbackPattern('eraseYes'), async (ctx) => {
  const { scope } = ctx
  // A second press, from another phone or a double tap: nothing is kept of it, and nothing said.
  if (!isKnown(scope)) return eraseHandled(scope.tx, scope.senderId)
  if (!holds(scope, ctx.match[1])) return replace(ctx, 'note', { key: 'button-stale' })
  const { id, locale } = scope.person
  const erased = await erasePerson(scope.tx, { personId: id, by: id }, scope.now)
  if (erased.kind === 'last_admin') return replace(ctx, 'note', { key: 'data-last-admin' })
  ctx.scope.person = undefined
  scope.replies.length = 0
  if (erased.kind === 'gone') return
  const { certificates, announcements } = erased
  await reply(ctx, 'erased', { locale, certificates, announcements })
})

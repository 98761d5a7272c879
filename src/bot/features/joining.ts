import { Composer } from 'grammy'
import {
  askForLesson,
  comeBack,
  firstTeachingMoment,
  nextMomentOf,
  startLearning,
} from '../../learning/index.ts'
import {
  addressForms,
  changePerson,
  createPerson,
  DEFAULT_LESSON_MINUTE,
  findRootUnit,
  grantAdmin,
  grantsOf,
  jobRoles,
  looksLikeInviteCode,
  recordConsent,
  redeemInvite,
  type AddressForm,
  type JobRole,
  type Person,
  type Redeemed,
} from '../../people/index.ts'
import { replaceMasks } from '../../privacy/index.ts'
import { callbackPattern } from '../callback.ts'
import { isPlainWord, plainWords } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { REPLY_HELD_MS, type BotContext } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'
import { announceNewcomer } from './newcomers.ts'
import { claimPlace } from './roster-claims.ts'
import { startSetup } from './setup.ts'

/** Longest name in characters; a name with titles fits. */
const NAME_LENGTH = 80

export const joining = new Composer<BotContext>()

joining.command('start', async (ctx) => {
  await enter(ctx, ctx.match.trim())
})

/** Comes in with a code (or none): a newcomer is led on, a known person is greeted. */
async function enter(ctx: BotContext, code: string): Promise<void> {
  const { scope } = ctx
  if (scope.person !== undefined) return greetKnown(ctx, code)
  const byConfiguration = scope.deps.adminIds.includes(scope.senderId)
  if (code === '' && !byConfiguration) {
    return reply(ctx, 'note', { key: 'how-to-join', locale: scope.deps.locale })
  }
  // Whoever the configuration names as an admin needs no code, and no good one.
  const redeemed: Redeemed = byConfiguration
    ? { kind: 'granted', grants: 'admin', unitId: null, poster: false }
    : await redeemInvite(scope.tx, code, scope.senderId, scope.now)
  if (redeemed.kind !== 'granted') return refuse(ctx, redeemed)
  const unitId = redeemed.unitId ?? (await findRootUnit(scope.tx))?.id ?? null
  scope.person = await createPerson(
    scope.tx,
    {
      telegramId: scope.senderId,
      chatId: ctx.chat?.id ?? scope.senderId,
      locale: scope.deps.locale,
      timezone: scope.deps.timezone,
      lessonMinute: DEFAULT_LESSON_MINUTE,
      unitId,
      unconfirmedSince: redeemed.poster ? scope.now : null,
    },
    scope.now,
  )
  if (redeemed.grants === 'admin' || byConfiguration) {
    await grantAdmin(scope.tx, scope.person.id, scope.now)
    scope.roles = { ...scope.roles, admin: true }
  }
  await reply(ctx, 'notice', {})
}

async function refuse(
  ctx: BotContext,
  redeemed: Exclude<Redeemed, { kind: 'granted' }>,
): Promise<void> {
  const { locale } = ctx.scope.deps
  if (redeemed.kind === 'slowed') {
    const variables = { minutes: redeemed.minutes }
    return reply(ctx, 'note', { key: 'invite-slowed', variables, locale })
  }
  const key = {
    unknown: 'invite-unknown',
    used_up: 'invite-used-up',
    expired: 'invite-expired',
  }[redeemed.kind]
  await reply(ctx, 'note', { key, locale })
}

/** `/start` again never duplicates or resets anything; an admin's link still makes an admin. */
async function greetKnown(ctx: BotContext, code: string): Promise<void> {
  const { scope } = ctx
  const { person } = scope
  if (person === undefined) return
  if (person.movedAwayAt !== null) {
    return code === '' ? reply(ctx, 'note', { key: 'moved-away' }) : invitedAnew(ctx, person, code)
  }
  if (code !== '' && !scope.roles.admin && person.joinStep === null) {
    // A unit's link has nothing for a member: it is looked at, not used up, and counts no guess.
    const grants = await grantsOf(scope.tx, code)
    if (grants === 'admin') return becomeAdmin(ctx, person, code)
  }
  switch (person.joinStep) {
    case 'consent':
      return reply(ctx, 'notice', {})
    case 'address':
      return reply(ctx, 'ask-address', {})
    case 'role':
      return reply(ctx, 'ask-role', {})
    case null:
      if (scope.roles.admin && (await startSetup(ctx))) return
      return reply(ctx, 'note', { key: 'already-joined' })
  }
}

/**
 * Whoever moved away and is invited by a link goes on where learning stood, in the unit of that link.
 * A poster's code hangs there for everybody, also for whom a coordinator did not know.
 */
async function invitedAnew(ctx: BotContext, person: Person, code: string): Promise<void> {
  const { scope } = ctx
  const { tx, now } = scope
  const redeemed = await redeemInvite(tx, code, scope.senderId, now)
  if (redeemed.kind !== 'granted') return refuse(ctx, redeemed)
  if (redeemed.poster || redeemed.unitId === null) {
    return reply(ctx, 'note', { key: 'moved-away' })
  }
  const { unitId } = redeemed
  await changePerson(tx, person.id, { unitId })
  await comeBack(tx, person.id, now)
  scope.person = { ...person, unitId, movedAwayAt: null, paused: false }
  await claimPlace(scope, scope.person)
  const next = nextArgs(await nextMomentOf(tx, person.id, now))
  await reply(ctx, 'note', { key: 'moved-back', next })
}

async function becomeAdmin(ctx: BotContext, person: Person, code: string): Promise<void> {
  const { scope } = ctx
  const redeemed = await redeemInvite(scope.tx, code, scope.senderId, scope.now)
  if (redeemed.kind !== 'granted') return refuse(ctx, redeemed)
  await grantAdmin(scope.tx, person.id, scope.now)
  scope.roles = { ...scope.roles, admin: true }
  if (!(await startSetup(ctx))) await reply(ctx, 'note', { key: 'admin-now' })
}

joining.callbackQuery(callbackPattern('agree'), async (ctx) => {
  const { scope, from } = ctx
  if (scope.person?.joinStep !== 'consent') return
  await recordConsent(scope.tx, scope.person.id, scope.deps.noticeVersion, scope.now)
  // Only now, with consent, a name is kept: the one that Telegram shows.
  const shown = [from.first_name, from.last_name].filter(Boolean).join(' ')
  // A shop's account may have a phone number for a name: what was masked of it is no part of a name.
  const name = replaceMasks(shown, () => '')
    .trim()
    .slice(0, NAME_LENGTH)
  await changePerson(scope.tx, scope.person.id, { name, joinStep: 'address' })
  await reply(ctx, 'ask-address', {})
})

joining.callbackQuery(callbackPattern('address'), async (ctx) => {
  const { scope } = ctx
  const chosen = ctx.match[1]
  if (scope.person?.joinStep !== 'address' || !isAddressForm(chosen)) return
  await changePerson(scope.tx, scope.person.id, { addressForm: chosen, joinStep: 'role' })
  await replace(ctx, 'ask-role', {})
})

joining.callbackQuery(callbackPattern('role'), async (ctx) => {
  const { scope } = ctx
  const chosen = ctx.match[1]
  if (scope.person?.joinStep !== 'role' || !isJobRole(chosen)) return
  await changePerson(scope.tx, scope.person.id, {
    jobRole: chosen,
    joinStep: null,
    joinedAt: scope.now,
  })
  scope.person = { ...scope.person, jobRole: chosen, joinStep: null, joinedAt: scope.now }
  await complete(ctx)
})

/** The last step of joining: enrolled, and the first lesson at once. The first admin is led on. */
async function complete(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  const { person, tx, now, deps } = scope
  if (person === undefined) return
  await claimPlace(scope, person)
  await announceNewcomer(scope, person)
  const [track] = deps.catalogue().tracks
  if (track !== undefined) {
    const nextDueAt = await firstTeachingMoment(tx, person.id, now)
    await startLearning(tx, { personId: person.id, nextDueAt, now })
  }
  if (scope.roles.admin && (await startSetup(ctx))) return
  await reply(ctx, 'joined', { withLesson: track !== undefined })
  if (track === undefined) return
  const asked = await askForLesson(tx, person.id, {
    now,
    heldMs: REPLY_HELD_MS,
    evenIfDone: false,
    firstNudgeAt: deps.firstNudgeAt,
  })
  if (asked.kind === 'sent') scope.replies.push(...asked.rows)
}

/** A name typed while we ask how to address somebody. */
joining.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const text = ctx.message.text.trim().replaceAll(/\s+/g, ' ')
  const { person } = scope
  if (text.startsWith('/')) return next()
  if (person === undefined) {
    return looksLikeInviteCode(text)
      ? enter(ctx, text)
      : reply(ctx, 'note', { key: 'how-to-join', locale: scope.deps.locale })
  }
  if (person.joinStep === null) return next()
  if (plainWords.stop.test(text)) return reply(ctx, 'note', { key: 'join-stopped' })
  if (person.joinStep !== 'address' || isPlainWord(text)) {
    return reply(ctx, 'note', { key: 'join-first' })
  }
  if (scope.found.length > 0) return reply(ctx, 'note', { key: 'name-holds-data' })
  if (text.length > NAME_LENGTH) {
    return reply(ctx, 'note', { key: 'name-too-long', variables: { most: NAME_LENGTH } })
  }
  await changePerson(scope.tx, person.id, { name: text })
  scope.person = { ...person, name: text }
  await reply(ctx, 'ask-address', {})
})

/** Commands of somebody who has not finished joining lead back to where joining stands. */
joining.use(async (ctx, next) => {
  const { person, deps } = ctx.scope
  // Buttons of a stranger are forged, or of a place that has gone to another account.
  if (person === undefined && ctx.callbackQuery !== undefined) {
    if (ctx.chat?.type !== 'private') return
    return reply(ctx, 'note', { key: 'how-to-join', locale: deps.locale })
  }
  if (ctx.message === undefined || person?.joinStep === null) return next()
  if (ctx.callbackQuery !== undefined) return next()
  await (person === undefined
    ? reply(ctx, 'note', { key: 'how-to-join', locale: deps.locale })
    : reply(ctx, 'note', { key: 'join-first' }))
})

function isAddressForm(value: string | undefined): value is AddressForm {
  return addressForms.some((form) => form === value)
}

function isJobRole(value: string | undefined): value is JobRole {
  return jobRoles.some((role) => role === value)
}

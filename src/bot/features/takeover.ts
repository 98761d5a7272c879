import { Composer } from 'grammy'
import { askForLesson, confirmTakeover, replan, undoTakeover } from '../../learning/index.ts'
import { insertMessages, type NewMessage } from '../../messaging/index.ts'
import {
  askTakeover,
  changePerson,
  changeTakeover,
  decidersOf,
  findPeople,
  hasRole,
  mayDecide,
  takeTakeover,
  type Person,
  type Takeover,
} from '../../people/index.ts'
import { audited } from '../audited.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { isPlainWord, plainWords } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, REPLY_HELD_MS, type BotContext, type JoinedScope, type Scope } from '../scope.ts'
import { nextArgs } from '../views/person-texts.ts'
import type { NoteArgs } from '../views/note.ts'

/** Before joining: whoever is in the midst of it may say that it is not the first time. */
export const takeover = new Composer<BotContext>()

/** What `people.awaiting` begins with while the old name is asked for; how often stands behind it. */
const AWAITING = 'takeover'
const MOST_TRIES = 3

/** Longest name in characters, as at joining. */
const NAME_LENGTH = 80

const WORTH_MS = 14 * 24 * 3600_000

takeover.callbackQuery(callbackPattern('takeover'), async (ctx) => {
  const { scope } = ctx
  const { person, tx } = scope
  if (person === undefined) return
  // A role would be lost with the place that ends.
  if (await hasRole(tx, person.id)) return reply(ctx, 'note', { key: 'takeover-with-role' })
  await changePerson(tx, person.id, { awaiting: `${AWAITING}:1` })
  await reply(ctx, 'note', { key: 'takeover-name' })
})

/** Any other button or command ends the asking. */
takeover.use(async (ctx, next) => {
  const { scope } = ctx
  const { person } = scope
  if (person?.awaiting?.startsWith(AWAITING) !== true) return next()
  const text = ctx.message?.text?.trim().replaceAll(/\s+/g, ' ')
  if (text !== undefined && !text.startsWith('/') && !isPlainWord(text)) {
    return nameTyped(ctx, person, text)
  }
  if (ctx.message === undefined && ctx.callbackQuery === undefined) return next()
  await changePerson(scope.tx, person.id, { awaiting: null })
  scope.person = { ...person, awaiting: null }
  if (text === undefined || !plainWords.cancel.test(text)) return next()
  await (isJoined(scope) ? reply(ctx, 'note', { key: 'cancelled' }) : reply(ctx, 'notice', {}))
})

async function nameTyped(ctx: BotContext, person: Person, text: string): Promise<void> {
  const { scope } = ctx
  const { tx, now } = scope
  if (text.length > NAME_LENGTH) {
    return reply(ctx, 'note', { key: 'name-too-long', variables: { most: NAME_LENGTH } })
  }
  const asked = await askTakeover(tx, person, text, now)
  const tries = Number(person.awaiting?.split(':')[1] ?? MOST_TRIES)
  const again = asked.kind === 'nobody' && tries < MOST_TRIES
  await changePerson(tx, person.id, { awaiting: again ? `${AWAITING}:${tries + 1}` : null })
  switch (asked.kind) {
    case 'nobody':
      return reply(ctx, 'note', { key: again ? 'takeover-nobody' : 'takeover-nobody-last' })
    case 'asked_before':
      return reply(ctx, 'note', { key: 'takeover-asked-before' })
    case 'asked':
      await tellDeciders(scope, asked.takeover)
      return reply(ctx, 'note', { key: 'takeover-passed-on' })
  }
}

/** Those who know the people of the unit; about a place with a role an admin decides. */
async function tellDeciders(scope: Scope, wish: Takeover): Promise<void> {
  const { tx, now } = scope
  const { id, candidates, newcomerId, unitId } = wish
  const concerned = newcomerId === null ? candidates : [...candidates, newcomerId]
  const withRole = await Promise.all(candidates.map((candidate) => hasRole(tx, candidate)))
  const unit = withRole.includes(true) ? null : unitId
  const deciders = await decidersOf(tx, unit, concerned)
  log(scope, 'a takeover was asked for', { takeover: id, deciders: deciders.length })
  await tell(
    scope,
    deciders.map((decider) => ({
      ...to(decider, now),
      kind: 'takeover-asked',
      args: { takeoverId: id },
      dedupeKey: `takeover:${id}:${decider.id}`,
    })),
  )
}

/** Silent, and not in the person's lane of replies: nobody asked for it. */
function to(person: Person, now: Date): Omit<NewMessage, 'kind' | 'args'> {
  return {
    lane: 'announcement',
    personId: person.id,
    chatId: person.chatId,
    notAfter: new Date(now.getTime() + WORTH_MS),
  }
}

async function tell(scope: Scope, messages: readonly NewMessage[]): Promise<void> {
  const rows = await insertMessages(scope.tx, messages, { now: scope.now, heldMs: REPLY_HELD_MS })
  scope.replies.push(...rows)
}

/** Told to an account that has no place, or whose place is not the point. */
function noteTo(scope: Scope, chatId: number, args: NoteArgs): NewMessage {
  const notAfter = new Date(scope.now.getTime() + WORTH_MS)
  return { lane: 'reply', kind: 'note', args, personId: null, chatId, notAfter }
}

/** Written once the decision is committed: with random ids alone. */
function log(scope: Scope, what: string, about: Readonly<Record<string, unknown>>): void {
  const { log: logger } = scope
  scope.after.push(async () => logger.info({ ...about, by: scope.person?.id }, what))
}

takeover.callbackQuery(callbackPattern('takeoverYes'), async (ctx) => {
  const { scope } = ctx
  const [id, candidate] = (ctx.match[1] ?? '').split('.').map(numberIn)
  if (!isJoined(scope) || id === undefined || candidate === undefined) return
  const { tx, now, roles } = scope
  const decision = { id, candidate, deciderId: scope.person.id, roles }
  const confirmed = await confirmTakeover(tx, decision, now)
  if (confirmed.kind === 'not_allowed') {
    return log(scope, 'a takeover was refused to whom it is not for', { takeover: id })
  }
  if (confirmed.kind !== 'confirmed') {
    const key = confirmed.kind === 'gone' ? 'takeover-gone' : 'takeover-decided-before'
    return replace(ctx, 'note', { key })
  }
  const { person, takeover: decided } = confirmed
  await audited(scope, 'person.taken_over', { personId: person.id, details: { takeover: id } })
  log(scope, 'a place was taken over', { takeover: id, person: person.id })
  await replace(ctx, 'takeover-done', { takeoverId: id })
  await welcome(scope, person)
  if (decided.oldChatId !== null) {
    const { locale } = person
    await tell(scope, [noteTo(scope, decided.oldChatId, { key: 'takeover-left', locale })])
  }
})

/** Where one stands, and the lesson that stood open, whose quiz is in the chat that was left. */
async function welcome(scope: JoinedScope, person: Person): Promise<void> {
  const { tx, now, deps } = scope
  const next = nextArgs(await replan(tx, person.id, now))
  const { notAfter, ...rest } = to(person, now)
  await tell(scope, [
    { ...rest, lane: 'reply', notAfter, kind: 'takeover-welcome', args: { next } },
  ])
  if (next.kind !== 'open') return
  const { firstNudgeAt } = deps
  const options = { now, heldMs: REPLY_HELD_MS, evenIfDone: false, firstNudgeAt }
  const asked = await askForLesson(tx, person.id, options)
  if (asked.kind === 'sent') scope.replies.push(...asked.rows)
}

takeover.callbackQuery(callbackPattern('takeoverNo'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const { tx, now } = scope
  const wish = await takeTakeover(tx, id)
  if (wish === undefined) return
  const places = await findPeople(tx, wish.candidates)
  const allowed = await Promise.all(
    [...places.values()].map((place) => mayDecide(tx, scope.roles, place)),
  )
  if (scope.person.id === wish.newcomerId || !(scope.roles.admin || allowed.includes(true))) {
    return log(scope, 'a takeover was refused to whom it is not for', { takeover: id })
  }
  if (wish.state !== 'asked') return replace(ctx, 'note', { key: 'takeover-decided-before' })
  await changeTakeover(tx, id, { state: 'refused', decidedBy: scope.person.id, decidedAt: now })
  await audited(scope, 'person.takeover_refused', {
    personId: wish.newcomerId,
    details: { takeover: id },
  })
  log(scope, 'a takeover was refused', { takeover: id })
  await replace(ctx, 'note', { key: 'takeover-refused' })
  const { newcomerId, newChatId } = wish
  const newcomer =
    newcomerId === null ? undefined : (await findPeople(tx, [newcomerId])).get(newcomerId)
  if (newcomer === undefined) return
  const { locale } = newcomer
  const key = newcomer.joinStep === null ? 'takeover-not-yours-joined' : 'takeover-not-yours'
  await tell(scope, [noteTo(scope, newChatId, { key, locale })])
})

takeover.callbackQuery(callbackPattern('takeoverUndo'), async (ctx) => {
  const { scope } = ctx
  const id = numberIn(ctx.match[1])
  if (!isJoined(scope) || id === undefined) return
  const undone = await undoTakeover(scope.tx, { id, roles: scope.roles }, scope.now)
  switch (undone.kind) {
    case 'not_allowed':
      return log(scope, 'a takeover was refused to whom it is not for', { takeover: id })
    case 'gone':
      return replace(ctx, 'note', { key: 'takeover-gone' })
    case 'blocked':
      return replace(ctx, 'note', { key: 'takeover-blocked' })
    case 'undone': {
      const { person, takeover: wish, newcomerId } = undone
      const about = { personId: person.id, details: { takeover: id } }
      await audited(scope, 'person.takeover_undone', about)
      log(scope, 'a takeover was undone', { takeover: id, person: person.id })
      await replace(ctx, 'note', { key: 'takeover-undone' })
      const { locale } = person
      const key = newcomerId === null ? 'takeover-ended' : 'takeover-ended-own'
      return tell(scope, [
        noteTo(scope, person.chatId, { key: 'takeover-back', locale }),
        noteTo(scope, wish.newChatId, { key, locale }),
      ])
    }
  }
})

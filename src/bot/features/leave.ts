import { Composer } from 'grammy'
import {
  addLeave,
  awayAgain,
  cancelLeave,
  civilDay,
  endLeave,
  leaveKinds,
  leavesOf,
  momentAfterLeave,
  replan,
  returnFromLeave,
  type CivilDay,
  type Leave,
  type LeaveKind,
} from '../../learning/index.ts'
import { renewNudge } from '../../nudges/index.ts'
import { changePerson } from '../../people/index.ts'
import { calendarChanged } from '../calendar-changed.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { isPlainWord, namesOf, plainWords } from '../commands.ts'
import { readLeave } from '../leave-text/read-leave.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import type { LeaveButtons } from '../views/leave.ts'
import { nextArgs } from '../views/person-texts.ts'

export const leave = new Composer<BotContext>()

/** What `people.awaiting` begins with while somebody is asked for the days of a leave. */
const AWAITING = 'leave:'

const today = ({ person, now }: JoinedScope): CivilDay => civilDay(person.timezone, now)

leave.command(namesOf('jeda'), async (ctx) => {
  const text = ctx.match.trim()
  await (text === '' ? reply(ctx, 'ask-pause', {}) : typed(ctx, text, null))
})
leave.callbackQuery(callbackPattern('pause'), (ctx) => reply(ctx, 'ask-pause', {}))

/** A length by a button: "3", or "3.sick" after its kind was typed; 0 has no end. */
leave.callbackQuery(callbackPattern('pauseDays'), async (ctx) => {
  const [count, kind] = (ctx.match[1] ?? '').split('.')
  const days = numberIn(count)
  if (days === undefined || !isJoined(ctx.scope)) return
  if (days === 0) return pause(ctx)
  const reading = readLeave(String(days), today(ctx.scope))
  if (reading.is === 'days') await away(ctx, reading.days, kindOf(kind))
})

/** Days that were offered because a text can mean several. */
leave.callbackQuery(callbackPattern('pauseRange'), async (ctx) => {
  const [first = '', last = '', kind] = (ctx.match[1] ?? '').split('.')
  if (!isJoined(ctx.scope)) return
  const reading = readLeave(`${first} - ${last}`, today(ctx.scope))
  if (reading.is !== 'days') return reply(ctx, 'note', { key: 'button-stale' })
  await away(ctx, reading.days, kindOf(kind), corrected(ctx.scope))
})

/** The leave that is being corrected, if one is. */
function corrected({ person }: JoinedScope): number | null {
  if (person.awaiting?.startsWith(AWAITING) !== true) return null
  return numberIn(person.awaiting.slice(AWAITING.length)) ?? null
}

leave.callbackQuery(callbackPattern('pauseOther'), (ctx) => ask(ctx, 'new'))
leave.callbackQuery(callbackPattern('leaveFix'), async (ctx) => {
  const id = numberIn(ctx.match[1])
  if (id !== undefined) await ask(ctx, String(id))
})

async function ask(ctx: BotContext, what: string): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  await changePerson(scope.tx, scope.person.id, { awaiting: `${AWAITING}${what}` })
  await reply(ctx, 'note', { key: 'leave-ask-days' })
}

/** The days that were asked for; any command ends the asking. */
leave.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if (!isJoined(scope) || scope.person.awaiting?.startsWith(AWAITING) !== true) return next()
  const text = ctx.message.text.trim()
  if (isPlainWord(text)) return next()
  if (text.startsWith('/')) {
    await changePerson(scope.tx, scope.person.id, { awaiting: null })
    return next()
  }
  await typed(ctx, text, corrected(scope))
})

/** @param replaced the leave in whose place the typed one stands */
async function typed(ctx: BotContext, text: string, replaced: number | null): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const reading = readLeave(text, today(scope))
  switch (reading.is) {
    case 'days':
      return away(ctx, reading.days, reading.kind ?? 'leave', replaced)
    case 'open':
      return pause(ctx)
    case 'kind':
      return reply(ctx, 'ask-pause', { kind: reading.kind })
    case 'ambiguous': {
      const { readings, kind } = reading
      return reply(ctx, 'ask-pause', { readings, kind: kind ?? 'leave' })
    }
    case 'fault': {
      const { fault, day, date, kind } = reading
      return reply(ctx, 'ask-pause', { fault, day, date, ...(kind === null ? {} : { kind }) })
    }
  }
}

async function away(
  ctx: BotContext,
  days: Leave,
  kind: LeaveKind,
  replaced: number | null = null,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const personId = person.id
  if (replaced !== null) await cancelLeave(tx, { personId, id: replaced, today: today(scope) })
  const added = await addLeave(tx, { personId, kind, ...days }, now)
  if (added.kind !== 'added' && added.kind !== 'known') {
    return reply(ctx, 'ask-pause', { fault: added.kind === 'too_many' ? 'too_many' : 'unclear' })
  }
  const begun = days.first <= today(scope)
  // A pause without an end would outlast the leave that says when it ends.
  const wasPaused = begun && person.paused
  const change = { ...(wasPaused ? { paused: false } : {}), awaiting: null }
  await changePerson(tx, personId, change)
  await tell(ctx, { id: added.id, kind, ...days, wasPaused })
}

/** Says what stands now, and when lessons come again. */
async function tell(ctx: BotContext, leave: Leave & LeaveButtons): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const next = await renew(scope)
  const after = await momentAfterLeave(tx, person.id, { last: leave.last, now })
  await replace(ctx, 'leave-set', {
    ...leave,
    begun: leave.first <= today(scope),
    next: nextArgs(next),
    after: after.toISOString(),
  })
}

/** The next lesson, and the next reminder of an open one, by what stands now; all else follows. */
async function renew(scope: JoinedScope): ReturnType<typeof replan> {
  const { tx, person, now } = scope
  await calendarChanged(scope, { personIds: [person.id] })
  await renewNudge(tx, person.id, now)
  return replan(tx, person.id, now)
}

/** Until the person returns. */
async function pause(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { tx, person } = scope
  await changePerson(tx, person.id, { paused: true, awaiting: null })
  await renew(scope)
  await replace(ctx, 'paused', {})
}

leave.hears(plainWords.stop, async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  await changePerson(scope.tx, scope.person.id, { paused: true, awaiting: null })
  await renew(scope)
  await reply(ctx, 'note', { key: 'stopped' })
})

/** Takes a leave back, right after it was noted. */
leave.callbackQuery(callbackPattern('leaveUndo'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const [id, wasPaused] = (ctx.match[1] ?? '').split('.')
  if (!(await cancel(scope, numberIn(id)))) return reply(ctx, 'note', { key: 'button-stale' })
  if (wasPaused === '1') await changePerson(scope.tx, scope.person.id, { paused: true })
  await replace(ctx, 'note', { key: 'leave-undone', next: nextArgs(await renew(scope)) })
})

/** The same from the list of what stands, which shows what is left. */
leave.callbackQuery(callbackPattern('leaveCancel'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  if (await cancel(scope, numberIn(ctx.match[1]))) await renew(scope)
  await replace(ctx, 'ask-pause', {})
})

async function cancel(scope: JoinedScope, id: number | undefined): Promise<boolean> {
  if (id === undefined) return false
  return cancelLeave(scope.tx, { personId: scope.person.id, id, today: today(scope) })
}

/** A day more or less: "<id>.<last>". */
leave.callbackQuery(callbackPattern('leaveEnd'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const [number, last = ''] = (ctx.match[1] ?? '').split('.')
  const personId = scope.person.id
  const standing = await leavesOf(scope.tx, personId, today(scope))
  const found = standing.find(({ id }) => id === numberIn(number))
  const fits = found !== undefined && dayFits(found.firstDay, last, today(scope))
  if (!fits) return reply(ctx, 'note', { key: 'button-stale' })
  const { id, kind, firstDay: first } = found
  await endLeave(scope.tx, { personId, id, last })
  await tell(ctx, { id, kind, first, last, wasPaused: false })
})

/** A forged button can name any day; one that exists is read back as it is. */
function dayFits(first: CivilDay, last: string, from: CivilDay): boolean {
  const reading = readLeave(`${first} - ${last}`, from)
  return reading.is === 'days' && reading.days.last === last
}

// --- Coming back ---

leave.command(namesOf('lanjut'), resume)
leave.callbackQuery(callbackPattern('resume'), resume)

/** Ends what stands today; leaves to come stay. */
async function resume(ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const held = await returnFromLeave(tx, { personId: person.id, today: today(scope), now })
  const wasPaused = person.paused
  await changePerson(tx, person.id, { paused: false })
  const next = nextArgs(await renew(scope))
  const [longest] = held
  if (longest === undefined && !wasPaused) {
    return reply(ctx, 'note', { key: 'not-paused', next })
  }
  const back = [longest?.lastDay ?? '', longest?.kind ?? '', wasPaused ? '1' : ''].join('.')
  await reply(ctx, 'resumed', { next, back })
}

leave.callbackQuery(callbackPattern('resumeUndo'), async (ctx) => {
  const { scope } = ctx
  if (!isJoined(scope)) return
  const { person, tx, now } = scope
  const [last = '', kind, wasPaused] = (ctx.match[1] ?? '').split('.')
  const from = today(scope)
  const reading = last === '' ? undefined : readLeave(`${from} - ${last}`, from)
  if (reading !== undefined && reading.is !== 'days') {
    return reply(ctx, 'note', { key: 'button-stale' })
  }
  if (reading !== undefined) {
    // The day as it was understood: a forged button may say it in any words that people use.
    const again = { personId: person.id, kind: kindOf(kind), today: from, last: reading.days.last }
    await awayAgain(tx, again, now)
  }
  if (wasPaused === '1') await changePerson(tx, person.id, { paused: true })
  await renew(scope)
  await replace(ctx, 'ask-pause', {})
})

function kindOf(text: string | undefined): LeaveKind {
  return leaveKinds.find((kind) => kind === text) ?? 'leave'
}

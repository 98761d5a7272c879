import { Composer } from 'grammy'
import { laggingReasons, readCalendars, type LaggingReason } from '../../learning/index.ts'
import { readLagging, remind, type LaggingPerson } from '../../nudges/index.ts'
import { canReachUnit, unitsInReach } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext, JoinedScope } from '../scope.ts'
import { idIn } from '../short-id.ts'
import { LAGGING_PAGE, namedOf, type LaggingArgs } from '../views/lagging.ts'

/** Who lags, and reminding them; whom somebody reaches is checked in the store. */
export const lagging = new Composer<BotContext>()

lagging.command(namesOf('belum_selesai'), (ctx) => {
  const text = ctx.match.trim()
  return text === '' ? show(ctx, {}) : ofUnit(ctx, text)
})

/** As an answer to an announcement it has been taken: there it means those who have not read that. */
lagging.command(namesOf('ingatkan'), (ctx) => show(ctx, {}))

lagging.callbackQuery(callbackPattern('lagging'), (ctx) => {
  const [, unit] = ctx.match
  if (unit === undefined) return show(ctx, {})
  return shown(ctx, {}, unit === 'all' ? undefined : unit)
})

lagging.callbackQuery(callbackPattern('laggingUnits'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    const offset = numberIn(ctx.match[1] ?? '0')
    if (offset === undefined) return
    const page = await unitsInReach(tx, person.id, { offset, limit: LAGGING_PAGE })
    await replace(ctx, 'lagging-units', { ...page, offset })
  }),
)

lagging.callbackQuery(callbackPattern('laggingPage'), (ctx) => {
  const place = placeIn(ctx.match[1])
  return place === undefined ? undefined : shown(ctx, place, wordIn(ctx.match[1], 2))
})

lagging.callbackQuery(callbackPattern('laggingText'), (ctx) =>
  narrowed(ctx, ctx.match[1], (_, only) => reply(ctx, 'lagging-text', only)),
)

lagging.callbackQuery(callbackPattern('remindOne'), (ctx) => {
  const place = placeIn(ctx.match[1])
  const personId = personIn(wordIn(ctx.match[1], 2))
  if (place === undefined || personId === undefined) return
  const whom = (one: LaggingPerson): boolean => one.personId === personId
  return reminded(ctx, { place, unit: wordIn(ctx.match[1], 3), whom })
})

lagging.callbackQuery(callbackPattern('remindReason'), (ctx) => {
  const word = wordIn(ctx.match[1], 0) ?? 'all'
  const reason = reasonIn(word)
  if (reason === undefined && word !== 'all') return
  const place = reason === undefined ? {} : { reason, page: 0 }
  const whom = (one: LaggingPerson): boolean =>
    reason === undefined || one.lagging.reason === reason
  return reminded(ctx, { place, unit: wordIn(ctx.match[1], 1), whom })
})

/** The page as it stands now: who has answered meanwhile is no longer on it. */
lagging.callbackQuery(callbackPattern('remindPage'), (ctx) => {
  const place = placeIn(ctx.match[1])
  const unit = wordIn(ctx.match[1], 2)
  if (place === undefined) return
  return narrowed(ctx, unit, async ({ tx, person, now }, only) => {
    const calendars = await readCalendars(tx)
    const report = await readLagging(tx, person.id, { calendars, now, ...only })
    const from = place.page * LAGGING_PAGE
    const named = namedOf(report, place.reason).slice(from, from + LAGGING_PAGE)
    const ids = new Set(named.map(({ personId }) => personId))
    await reminded(ctx, { place, unit, whom: (one) => ids.has(one.personId) })
  })
})

function show(ctx: BotContext, args: LaggingArgs): Promise<void> {
  return forCoordinator(ctx, () => reply(ctx, 'lagging', args))
}

/** @param unit the short id of the unit to which the list is narrowed, from a button */
function shown(ctx: BotContext, args: LaggingArgs, unit?: string): Promise<void> {
  return narrowed(ctx, unit, (_, only) => replace(ctx, 'lagging', { ...args, ...only }))
}

interface Wish {
  readonly place: LaggingArgs
  readonly unit: string | undefined
  readonly whom: (person: LaggingPerson) => boolean
}

function reminded(ctx: BotContext, { place, unit, whom }: Wish): Promise<void> {
  return narrowed(ctx, unit, async ({ tx, person, now }, only) => {
    const calendars = await readCalendars(tx)
    const reminding = await remind(tx, person.id, { calendars, now, whom, ...only })
    await replace(ctx, 'lagging', { ...place, ...only, reminding })
  })
}

/** A unit out of reach is none: a forged button learns no more than that it does not hold. */
function narrowed(
  ctx: BotContext,
  unit: string | undefined,
  act: (scope: JoinedScope, only: { readonly unitId?: string }) => Promise<void>,
): Promise<void> {
  return forCoordinator(ctx, async (scope) => {
    if (unit === undefined) return act(scope, {})
    const unitId = idIn(unit)
    if (unitId === undefined || !(await canReachUnit(scope.tx, scope.person.id, unitId))) {
      return reply(ctx, 'note', { key: 'button-stale' })
    }
    await act(scope, { unitId })
  })
}

/** A unit by its name, or by a part of it; where several hold it, they are offered. */
function ofUnit(ctx: BotContext, text: string): Promise<void> {
  return forCoordinator(ctx, async ({ tx, person }) => {
    const page = await unitsInReach(tx, person.id, { text, offset: 0, limit: LAGGING_PAGE })
    const same = page.units.filter(({ name }) => name.toLowerCase() === text.toLowerCase())
    const [only] = same.length === 1 ? same : page.total === 1 ? page.units : []
    if (only !== undefined) return reply(ctx, 'lagging', { unitId: only.id })
    if (page.total === 0) return reply(ctx, 'note', { key: 'lagging-no-unit' })
    await reply(ctx, 'lagging-units', { ...page, offset: null })
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Buttons in older messages bear the long form. */
function personIn(id: string | undefined): string | undefined {
  return id !== undefined && UUID.test(id) ? id : idIn(id)
}

/** One of the words of a button's argument, between its dots. */
function wordIn(argument: string | undefined, place: number): string | undefined {
  return argument?.split('.')[place]
}

/** By its name or its number. */
function reasonIn(text: string | undefined): LaggingReason | undefined {
  return laggingReasons.find((reason, place) => reason === text || String(place) === text)
}

/** "<reason>" or "<reason>.<page>" with anything behind it. */
function placeIn(
  text: string | undefined,
): { readonly reason: LaggingReason; readonly page: number } | undefined {
  const [name, page] = (text ?? '').split('.')
  const reason = reasonIn(name)
  return reason === undefined ? undefined : { reason, page: numberIn(page) ?? 0 }
}

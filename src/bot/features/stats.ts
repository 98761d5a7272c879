import { Composer } from 'grammy'
import { civilDay } from '../../learning/index.ts'
import { canReachUnit, readReach } from '../../people/index.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { replace, reply } from '../reply.ts'
import type { BotContext, JoinedScope } from '../scope.ts'
import { findUnits } from '../stats/find-units.ts'
import { OVERVIEW, pageNamed, pages, periodOfPage, type StatsPage } from '../stats/pages.ts'
import { placeIn, type Place } from '../stats/place.ts'
import { readPeriod, type TypedPeriod } from '../stats/read-period.ts'
import { clip } from '../views/clip.ts'
import { MOST_FITTING } from '../views/stats/which-unit.ts'
import { dateText } from '../when.ts'

/** Figures of everybody, or of the units that somebody coordinates: whom they reach is in the store. */
export const stats = new Composer<BotContext>()

type Act = (scope: JoinedScope) => Promise<void>

function forReader(ctx: BotContext, { admins }: StatsPage, act: Act): Promise<void> {
  return admins === true ? forAdmin(ctx, act) : forCoordinator(ctx, act)
}

stats.command(namesOf('statistik'), (ctx) => {
  const text = ctx.match.trim()
  const [first = '', ...others] = text.split(/\s+/)
  const page = pageNamed(first)
  return forReader(ctx, page ?? OVERVIEW, (scope) =>
    openTyped(ctx, scope, { page, text, rest: page === undefined ? text : others.join(' ') }),
  )
})

interface Typed {
  /** Undefined: the word opens none. */
  readonly page: StatsPage | undefined
  readonly text: string
  /** What stands behind the page's word. */
  readonly rest: string
}

async function openTyped(
  ctx: BotContext,
  scope: JoinedScope,
  { page = OVERVIEW, text, rest }: Typed,
): Promise<void> {
  const typed = readPeriod(rest, civilDay(scope.person.timezone, scope.now))
  if (typed.kind !== 'read') return refuse(ctx, scope, page, typed)
  const period = typed.named ? typed.period : periodOfPage(page)
  if (typed.rest === '') {
    // What they did, wording by wording; of a time that is named, what followed in it.
    const isWordings = page.view === 'stats-nudges' && !typed.named && scope.roles.admin
    return isWordings ? reply(ctx, 'nudge-stats', {}) : reply(ctx, page.view, { period })
  }
  if (page.takesUnit === true) return openUnit(ctx, scope, page, { rest: typed.rest, period })
  if (page === OVERVIEW) {
    return reply(ctx, 'note', { key: 'stats-unknown', variables: { typed: clip(text, 60) } })
  }
  const variables = { typed: clip(typed.rest, 60), command: commandOf(scope, page) }
  await reply(ctx, 'note', { key: 'stats-no-such-period', variables })
}

/** The period that was typed is none: what is wrong with it, and how it may be written. */
function refuse(
  ctx: BotContext,
  scope: JoinedScope,
  page: StatsPage,
  typed: Exclude<TypedPeriod, { readonly kind: 'read' }>,
): Promise<void> {
  const command = commandOf(scope, page)
  if (typed.kind === 'no-such-day') {
    const variables = { typed: typed.typed, command }
    return reply(ctx, 'note', { key: 'stats-no-such-day', variables })
  }
  const day = (date: string): string =>
    dateText(new Date(`${date}T00:00:00Z`), 'UTC', scope.person.locale)
  const variables = { from: day(typed.period.from), to: day(typed.period.to), command }
  return reply(ctx, 'note', { key: 'stats-turned', variables })
}

/** "/statistik pelajaran", as it is typed in the language of whoever asks. */
function commandOf({ person }: JoinedScope, { words }: StatsPage): string {
  const place = person.locale === 'id' ? 0 : 1
  return [`/${namesOf('statistik')[place] ?? ''}`, words[place] ?? ''].join(' ').trim()
}

/** A page of one unit by its name, or a choice of several. */
async function openUnit(
  ctx: BotContext,
  scope: JoinedScope,
  page: StatsPage,
  { rest, period }: { readonly rest: string; readonly period: string },
): Promise<void> {
  const typed = clip(rest, 60)
  const found = findUnits((await readReach(scope.tx, scope.person.id)).units, rest)
  const [unit] = found
  if (unit === undefined) {
    const variables = { typed, command: commandOf(scope, page) }
    return reply(ctx, 'note', { key: 'stats-no-such-unit', variables })
  }
  // Whoever names a unit wants it, and not those below it.
  const { view, callback } = page.view === 'stats-units' ? OVERVIEW : page
  if (found.length === 1) return reply(ctx, view, { period, unitId: unit.id })
  const unitIds = found.slice(0, MOST_FITTING).map(({ id }) => id)
  await reply(ctx, 'stats-which-unit', {
    period,
    typed,
    count: found.length,
    unitIds,
    page: callback,
  })
}

stats.callbackQuery(callbackPattern('stats'), (ctx) => openPlace(ctx, OVERVIEW, placeIn(undefined)))
for (const page of pages) {
  stats.callbackQuery(callbackPattern(page.callback), (ctx) =>
    openPlace(ctx, page, placeIn(ctx.match[1], periodOfPage(page))),
  )
}

/** A unit out of reach is none: a forged button learns no more than that it does not hold. */
function openPlace(ctx: BotContext, page: StatsPage, place: Place): Promise<void> {
  return forReader(ctx, page, async ({ tx, person }) => {
    const { unitId } = place
    if (unitId !== undefined && !(await canReachUnit(tx, person.id, unitId))) {
      return reply(ctx, 'note', { key: 'button-stale' })
    }
    // A page of text comes in place of the message whose button was pressed.
    const isText = page.view === 'learning-stats' && !isUnderPicture(ctx)
    await (isText ? replace(ctx, page.view, { ...place }) : reply(ctx, page.view, { ...place }))
  })
}

stats.callbackQuery(callbackPattern('nudgeStats'), (ctx) =>
  forAdmin(ctx, () =>
    isUnderPicture(ctx) ? reply(ctx, 'nudge-stats', {}) : replace(ctx, 'nudge-stats', {}),
  ),
)

/** A picture cannot become a text. */
function isUnderPicture(ctx: BotContext): boolean {
  const shown = ctx.callbackQuery?.message
  return shown !== undefined && 'photo' in shown && shown.photo !== undefined
}

stats.callbackQuery(callbackPattern('learningUnits'), (ctx) => {
  const { period } = placeIn(ctx.match[1], 'a')
  return forAdmin(ctx, () => replace(ctx, 'ask-learning-unit', { period }))
})

import { Composer } from 'grammy'
import {
  askExport,
  exportFormats,
  exportReach,
  standingExport,
  tellExport,
  type ExportFilter,
  type ExportFormat,
} from '../../exchange/index.ts'
import { civilDay } from '../../learning/index.ts'
import { findUnit, listUnits } from '../../people/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext, JoinedScope } from '../scope.ts'
import { findUnits } from '../stats/find-units.ts'
import { periodOf } from '../stats/period-code.ts'
import { placeIn } from '../stats/place.ts'
import { readPeriod } from '../stats/read-period.ts'
import { clip } from '../views/clip.ts'
import { ALL_TIME, type ExportWish } from '../views/export-choose.ts'
import { MOST_FITTING } from '../views/stats/which-unit.ts'
import { daysText } from '../when.ts'

/** The figures handed on, in a file. */
export const exporting = new Composer<BotContext>()

exporting.command(namesOf('ekspor'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const [word = '', ...more] = ctx.match.trim().split(/\s+/)
    const format = formatIn(word)
    const rest = (format === undefined ? [word, ...more] : more).join(' ')
    if (rest === '') {
      return format === undefined ? reply(ctx, 'export-choose', {}) : begin(ctx, scope, format)
    }
    // A coordinator gets what is theirs, as a whole.
    if (!scope.roles.admin) return reply(ctx, 'export-choose', {})
    await readWish(ctx, scope, { format, rest })
  }),
)

/** "Dinas Pendidikan 1-30 November": what is wrong with it is said, and nothing is exported. */
async function readWish(
  ctx: BotContext,
  scope: JoinedScope,
  { format, rest }: { readonly format: ExportFormat | undefined; readonly rest: string },
): Promise<void> {
  const { tx, person, deps, now } = scope
  const typed = readPeriod(rest, civilDay(deps.timezone, now))
  if (typed.kind === 'turned') {
    const day = (date: string): string => daysText(date, date, person.locale)
    const variables = { from: day(typed.period.from), to: day(typed.period.to) }
    return reply(ctx, 'note', { key: 'export-turned', variables })
  }
  if (typed.kind === 'no-such-day') {
    return reply(ctx, 'note', { key: 'export-no-such-day', variables: { typed: typed.typed } })
  }
  const period = typed.named ? typed.period : ALL_TIME
  if (typed.rest === '') return go(ctx, scope, format, { period })
  const name = clip(typed.rest, 60)
  const found = findUnits(await listUnits(tx), typed.rest)
  const [unit] = found
  if (unit === undefined) {
    return reply(ctx, 'note', { key: 'export-no-such-unit', variables: { typed: name } })
  }
  if (found.length === 1) return go(ctx, scope, format, { period, unitId: unit.id })
  const unitIds = found.slice(0, MOST_FITTING).map(({ id }) => id)
  await reply(ctx, 'export-which-unit', { period, typed: name, count: found.length, unitIds })
}

function go(
  ctx: BotContext,
  scope: JoinedScope,
  format: ExportFormat | undefined,
  wish: ExportWish,
): Promise<void> {
  return format === undefined ? reply(ctx, 'export-choose', wish) : begin(ctx, scope, format, wish)
}

exporting.callbackQuery(callbackPattern('exports'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const [word, ...wish] = (ctx.match[1] ?? '').split('.')
    if (word === '') return reply(ctx, 'export-choose', {})
    const format = formatIn(word ?? '')
    if (format === undefined) return reply(ctx, 'note', { key: 'button-stale' })
    await (wish.length > 0 && scope.roles.admin
      ? begin(ctx, scope, format, { ...placeIn(wish.join('.')) })
      : begin(ctx, scope, format))
  }),
)

exporting.callbackQuery(callbackPattern('exportFilter'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'export-choose', { ...placeIn(ctx.match[1]) })),
)

exporting.callbackQuery(callbackPattern('exportUnits'), (ctx) =>
  forAdmin(ctx, () => replace(ctx, 'export-units', { from: 0, ...placeIn(ctx.match[1]) })),
)

function formatIn(text: string): ExportFormat | undefined {
  const word = text.trim().toLowerCase()
  return exportFormats.find((format) => format === word)
}

async function begin(
  ctx: BotContext,
  scope: JoinedScope,
  format: ExportFormat,
  wish: ExportWish = {},
): Promise<void> {
  const { tx, person, now, deps } = scope
  const reach = await exportReach(tx, person.id)
  if (reach === undefined) return reply(ctx, 'note', { key: 'coordinators-only' })
  // Learning records are answers, and those are no coordinator's to see.
  if (format === 'xapi' && reach.scope !== 'all') return reply(ctx, 'note', { key: 'admins-only' })
  const filter = await filterFor(scope, wish)
  if (filter === undefined) return reply(ctx, 'note', { key: 'button-stale' })
  const id = await askExport(tx, { personId: person.id, format, filter }, now)
  if (id === undefined) return reply(ctx, 'note', { key: 'export-busy' })
  scope.replies.push(...(await tellExport(tx, { id, personId: person.id }, now)))
  scope.after.push(() => deps.wakeExchange({ kind: 'export', id }))
}

/** As it is kept: null for everything, undefined where the unit is no more. */
async function filterFor(
  { tx, now, deps }: JoinedScope,
  { period = ALL_TIME, unitId }: ExportWish,
): Promise<ExportFilter | null | undefined> {
  if (unitId !== undefined && (await findUnit(tx, unitId)) === undefined) return undefined
  const days = period === ALL_TIME ? undefined : periodOf(period, civilDay(deps.timezone, now))
  if (unitId === undefined && days === undefined) return null
  return {
    ...(unitId === undefined ? {} : { unitId }),
    ...(days === undefined ? {} : { period: days }),
  }
}

/** Another link to a file that is there still: the first was used up, or did not arrive. */
exporting.callbackQuery(callbackPattern('exportLink'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person, now }) => {
    const id = numberIn(ctx.match[1])
    const found = id === undefined ? undefined : await standingExport(tx, id, now)
    if (found === undefined || found.personId !== person.id) {
      return reply(ctx, 'note', { key: 'button-stale' })
    }
    await reply(ctx, 'export-link', { exportId: found.id })
  }),
)

import { Composer } from 'grammy'
import {
  askExport,
  exportFormats,
  exportReach,
  standingExport,
  tellExport,
  type ExportFormat,
} from '../../exchange/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply } from '../reply.ts'
import type { BotContext, JoinedScope } from '../scope.ts'

/** The figures handed on, in a file. */
export const exporting = new Composer<BotContext>()

exporting.command(namesOf('ekspor'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const format = formatIn(ctx.match)
    await (format === undefined ? reply(ctx, 'export-choose', {}) : begin(ctx, scope, format))
  }),
)

exporting.callbackQuery(callbackPattern('exports'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    if (ctx.match[1] === undefined) return reply(ctx, 'export-choose', {})
    const format = formatIn(ctx.match[1])
    await (format === undefined
      ? reply(ctx, 'note', { key: 'button-stale' })
      : begin(ctx, scope, format))
  }),
)

function formatIn(text: string): ExportFormat | undefined {
  const word = text.trim().toLowerCase()
  return exportFormats.find((format) => format === word)
}

async function begin(ctx: BotContext, scope: JoinedScope, format: ExportFormat): Promise<void> {
  const { tx, person, now, deps } = scope
  const reach = await exportReach(tx, person.id)
  if (reach === undefined) return reply(ctx, 'note', { key: 'coordinators-only' })
  // Learning records are answers, and those are no coordinator's to see.
  if (format === 'xapi' && reach.scope !== 'all') return reply(ctx, 'note', { key: 'admins-only' })
  const id = await askExport(tx, { personId: person.id, format }, now)
  if (id === undefined) return reply(ctx, 'note', { key: 'export-busy' })
  scope.replies.push(...(await tellExport(tx, { id, personId: person.id }, now)))
  scope.after.push(() => deps.wakeExchange({ kind: 'export', id }))
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

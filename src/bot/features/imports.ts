import { Composer } from 'grammy'
import type { Document } from 'grammy/types'
import {
  askImport,
  dropImport,
  findImport,
  noteUndone,
  takenUp,
  tellImport,
  wishImport,
} from '../../exchange/index.ts'
import { takeRosterBack } from '../../people/index.ts'
import { awaitedBy, awaitText, setAwaiting } from '../awaiting.ts'
import { audited } from '../audited.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'

/** Who should learn, from a file that an admin sends: looked at first, then carried out. */
export const importing = new Composer<BotContext>()

/** Telegram hands a bot files of at most 20 MB. */
const MOST_BYTES = 20 * 1024 * 1024

async function forAdmin(
  ctx: BotContext,
  act: (scope: JoinedScope) => Promise<void>,
): Promise<void> {
  const { scope } = ctx
  if (!isJoined(scope) || !scope.roles.admin) return reply(ctx, 'note', { key: 'admins-only' })
  await act(scope)
}

async function ask(ctx: BotContext): Promise<void> {
  await awaitText(ctx, 'import', 'file')
  const key = ctx.scope.deps.dataSecret === undefined ? 'import-ask-no-nip' : 'import-ask'
  await reply(ctx, 'note', { key })
}

importing.command(namesOf('impor'), (ctx) => forAdmin(ctx, () => ask(ctx)))
importing.callbackQuery(callbackPattern('imports'), (ctx) => forAdmin(ctx, () => ask(ctx)))

importing.on('message:document', async (ctx, next) => {
  if ((await awaitedBy(ctx, 'import')) === undefined) return next()
  await forAdmin(ctx, (scope) => take(ctx, scope, ctx.message.document))
})

/** A text where a file was asked for. */
importing.on('message:text', async (ctx, next) => {
  if ((await awaitedBy(ctx, 'import')) === undefined) return next()
  await reply(ctx, 'note', { key: 'import-no-file' })
})

async function take(ctx: BotContext, scope: JoinedScope, file: Document): Promise<void> {
  const kind = kindOf(file)
  if (kind === undefined) return reply(ctx, 'note', { key: 'import-file-kind' })
  if ((file.file_size ?? 0) > MOST_BYTES) {
    return reply(ctx, 'note', { key: 'import-file-too-large' })
  }
  const { tx, person, now } = scope
  await setAwaiting(ctx, null)
  const id = await askImport(tx, { personId: person.id, fileId: file.file_id, kind }, now)
  await wake(scope, id)
}

/** By its name; phones say little about what kind a file is. */
function kindOf({ file_name: name = '' }: Document): 'csv' | 'xlsx' | undefined {
  const ending = /\.(csv|txt|xlsx)$/i.exec(name.trim())?.[1]?.toLowerCase()
  if (ending === undefined) return undefined
  return ending === 'xlsx' ? 'xlsx' : 'csv'
}

async function wake({ tx, person, now, deps, replies, after }: JoinedScope, id: number) {
  replies.push(...(await tellImport(tx, { id, personId: person.id }, now)))
  after.push(() => deps.wakeExchange({ kind: 'import', id }))
}

/** What a button is about: an import of the admin's own. */
function withOwn(
  ctx: BotContext,
  argument: string | undefined,
  act: (scope: JoinedScope, id: number) => Promise<boolean>,
): Promise<void> {
  return forAdmin(ctx, async (scope) => {
    const id = numberIn(argument)
    const found = id === undefined ? undefined : await findImport(scope.tx, id)
    const own = found !== undefined && found.personId === scope.person.id
    if (!own || !(await act(scope, found.id))) await reply(ctx, 'note', { key: 'button-stale' })
  })
}

importing.callbackQuery(callbackPattern('importDo'), (ctx) =>
  withOwn(ctx, ctx.match[1], async (scope, id) => {
    const { tx, person, now } = scope
    if ((await wishImport(tx, { id, personId: person.id }, now)) === 'stale') return false
    await wake(scope, id)
    return true
  }),
)

importing.callbackQuery(callbackPattern('importDrop'), (ctx) =>
  withOwn(ctx, ctx.match[1], async ({ tx, person }, id) => {
    if (!(await dropImport(tx, { id, personId: person.id }))) return false
    await replace(ctx, 'import-progress', { importId: id })
    return true
  }),
)

importing.callbackQuery(callbackPattern('importUndo'), (ctx) =>
  withOwn(ctx, ctx.match[1], async (scope, id) => {
    const { tx, now, after, log, person } = scope
    const made = await takenUp(tx, id)
    if (made === undefined) return false
    const { removed, restored, kept } = await takeRosterBack(tx, made)
    await noteUndone(tx, id, now)
    await audited(scope, 'roster.import_undone', { details: { import: id, removed, restored } })
    after.push(async () => log.info({ import: id, by: person.id }, 'an import was taken back'))
    await replace(ctx, 'note', { key: 'import-undone', variables: { removed, restored, kept } })
    return true
  }),
)

importing.callbackQuery(callbackPattern('importLines'), (ctx) => {
  const [id, offset] = (ctx.match[1] ?? '').split('.')
  return withOwn(ctx, id, async (_, importId) => {
    const from = numberIn(offset ?? '0')
    if (from === undefined) return false
    const place = { importId, offset: from }
    await (offset === undefined
      ? reply(ctx, 'import-lines', place)
      : replace(ctx, 'import-lines', place))
    return true
  })
})

importing.callbackQuery(callbackPattern('importFile'), (ctx) =>
  withOwn(ctx, ctx.match[1], async (_, importId) => {
    await reply(ctx, 'import-file', { importId })
    return true
  }),
)

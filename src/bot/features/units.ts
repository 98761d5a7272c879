import { Composer } from 'grammy'
import { audit } from '../../audit/index.ts'
import { listCalendars, readUnitCalendar, setUnitCalendar } from '../../learning/index.ts'
import {
  addUnitBelow,
  closeUnit,
  findRootUnit,
  findUnit,
  giveUnitSector,
  isAdminNow,
  moveUnit,
  renameUnit,
  reopenUnit,
  setUnitKind,
  UNIT_NAME_LENGTH,
  unitsInReach,
  type UnitChanged,
} from '../../people/index.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { calendarChanged } from '../calendar-changed.ts'
import { callbackPattern, numberIn, type Callback } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { idIn, shortId } from '../short-id.ts'
import { kindIn, markedIn, readUnitArgument, sectorsIn } from '../unit-wish.ts'

/** Units that one message offers. */
const MOST = 8

/** The organisation's tree, for admins. */
export const units = new Composer<BotContext>()

// --- Looking ---

units.command(namesOf('unit'), (ctx) =>
  forAdmin(ctx, (scope) => find(ctx, scope, ctx.match.trim(), undefined)),
)

units.callbackQuery(callbackPattern('unit'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    if (ctx.match[1] === undefined) return find(ctx, scope, '', undefined)
    const given = readUnitArgument(ctx.match[1])
    if (given === undefined) return stale(ctx)
    await setAwaiting(ctx, null)
    await replace(ctx, 'unit', { unitId: given.unitId, offset: numberIn(given.word) ?? 0 })
  }),
)

units.callbackQuery(callbackPattern('unitFind'), (ctx) =>
  forAdmin(ctx, async () => {
    await awaitText(ctx, 'unit', 'find')
    await reply(ctx, 'note', { key: 'unit-ask-find' })
  }),
)

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

/**
 * A unit by its name, or where another is to stand. A whole name means that one alone, however many
 * have it as a part; of several that are meant by a part of one, one is chosen.
 */
async function find(
  ctx: BotContext,
  { tx, person }: JoinedScope,
  text: string,
  movedId: string | undefined,
): Promise<void> {
  const root = await findRootUnit(tx)
  if (root === undefined) return reply(ctx, 'note', { key: 'no-units' })
  if (text === '') return reply(ctx, 'unit', { unitId: root.id, offset: 0 })
  const page = await unitsInReach(tx, person.id, { text, offset: 0, limit: MOST })
  const whole = page.units.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  const [first, ...others] = page.units
  const one = whole ?? (others.length === 0 ? first : undefined)
  const awaited = movedId === undefined ? 'find' : `move.${shortId(movedId)}`
  if (one === undefined) {
    await awaitText(ctx, 'unit', awaited)
    return reply(ctx, 'unit-choose', { ...page, movedId: movedId ?? null })
  }
  await setAwaiting(ctx, null)
  await (movedId === undefined
    ? reply(ctx, 'unit', { unitId: one.id, offset: 0 })
    : reply(ctx, 'unit-confirm', { what: 'move', unitId: movedId, toId: one.id, calendarId: null }))
}

// --- Names and places ---

/** What is asked for in words, about a unit. */
const asked = {
  unitAdd: ['add', 'unit-ask-name'],
  unitRename: ['rename', 'unit-ask-new-name'],
  unitMove: ['move', 'unit-ask-parent'],
} as const satisfies Partial<Record<Callback, readonly [string, string]>>

for (const [callback, [what, key]] of Object.entries(asked)) {
  units.callbackQuery(callbackPattern(callback as keyof typeof asked), (ctx) =>
    forAdmin(ctx, async ({ tx }) => {
      const given = readUnitArgument(ctx.match[1])
      const unit = given === undefined ? undefined : await findUnit(tx, given.unitId)
      if (unit === undefined) return stale(ctx)
      await awaitText(ctx, 'unit', `${what}.${shortId(unit.id)}`)
      await reply(ctx, 'note', { key, variables: { unit: unit.name } })
    }),
  )
}

units.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const awaited = await awaitedBy(ctx, 'unit')
  if (awaited === undefined || !isJoined(scope)) return next()
  await forAdmin(ctx, async () => {
    const [what, id] = awaited.split('.')
    const unitId = idIn(id)
    const text = wordsOf(ctx.message)
    if (what === 'find') return find(ctx, scope, text, undefined)
    if (unitId === undefined) return setAwaiting(ctx, null)
    if (what === 'move') return find(ctx, scope, text, unitId)
    // A unit is not called by what only a person has.
    if (scope.found.length > 0) return reply(ctx, 'note', { key: 'name-holds-data' })
    const act = what === 'add' ? addUnitBelow : renameUnit
    const changed = await act(scope.tx, doing(scope, unitId), text)
    // An unclear or taken name can be written anew right away.
    if (changed.kind === 'changed') await setAwaiting(ctx, null)
    await answer(ctx, changed, what === 'add' ? 'unit-added' : 'unit-renamed')
  })
})

function doing({ person, now }: JoinedScope, unitId: string) {
  return { by: person.id, unitId, now }
}

const refusals = {
  known: 'unit-known',
  not_allowed: 'admins-only',
  gone: 'unit-gone',
  root: 'unit-root',
  name_unclear: 'unit-name-unclear',
  name_taken: 'unit-name-taken',
  cycle: 'unit-cycle',
} as const satisfies Record<Exclude<UnitChanged['kind'], 'changed' | 'not_empty'>, string>

/** Shows the unit as it is now, with what was done above it; or says why nothing was. */
async function answer(ctx: BotContext, changed: UnitChanged, note: string): Promise<void> {
  if (changed.kind === 'changed') {
    return reply(ctx, 'unit', { unitId: changed.unitId, offset: 0, note })
  }
  if (changed.kind === 'not_empty') {
    return reply(ctx, 'note', { key: 'unit-not-empty', variables: changed.remaining })
  }
  await reply(ctx, 'note', {
    key: refusals[changed.kind],
    variables: { most: UNIT_NAME_LENGTH },
  })
}

/** With the unit of the button, and the word behind it. */
function withUnit(
  ctx: BotContext,
  act: (scope: JoinedScope, unitId: string, word: string | undefined) => Promise<void>,
): Promise<void> {
  return forAdmin(ctx, async (scope) => {
    const given = readUnitArgument(ctx.match?.[1])
    if (given === undefined) return stale(ctx)
    await act(scope, given.unitId, given.word)
  })
}

units.callbackQuery(callbackPattern('unitMoveTo'), (ctx) =>
  withUnit(ctx, async (_, unitId, word) => {
    const toId = idIn(word)
    if (toId === undefined) return stale(ctx)
    await setAwaiting(ctx, null)
    await replace(ctx, 'unit-confirm', { what: 'move', unitId, toId, calendarId: null })
  }),
)

units.callbackQuery(callbackPattern('unitMoveYes'), (ctx) =>
  withUnit(ctx, async (scope, unitId, word) => {
    const toId = idIn(word)
    if (toId === undefined) return stale(ctx)
    const changed = await moveUnit(scope.tx, doing(scope, unitId), toId)
    if (changed.kind === 'changed') await replanUnit(scope, unitId)
    await answer(ctx, changed, 'unit-moved')
  }),
)

/** Once it is committed: whoever has the calendar that holds for the unit now is planned anew. */
async function replanUnit(scope: JoinedScope, unitId: string): Promise<void> {
  const { calendarId } = await readUnitCalendar(scope.tx, unitId)
  await calendarChanged(scope, { calendarIds: [calendarId] })
}

// --- What is set about it ---

units.callbackQuery(callbackPattern('unitKind'), (ctx) =>
  withUnit(ctx, (_, unitId) => replace(ctx, 'unit-kinds', { unitId })),
)

units.callbackQuery(callbackPattern('unitKindSet'), (ctx) =>
  withUnit(ctx, async (scope, unitId, word) => {
    const kind = kindIn(word)
    if (kind === undefined) return stale(ctx)
    await answer(ctx, await setUnitKind(scope.tx, doing(scope, unitId), kind), 'unit-kind-set')
  }),
)

units.callbackQuery(callbackPattern('unitSector'), (ctx) =>
  withUnit(ctx, (_, unitId) => replace(ctx, 'unit-sectors', { unitId })),
)

units.callbackQuery(callbackPattern('unitSectorSet'), (ctx) =>
  withUnit(ctx, async (scope, unitId, word) => {
    const sector = markedIn(sectorsIn(scope.deps.catalogue()), word)
    if (sector === undefined) return stale(ctx)
    const changed = await giveUnitSector(scope.tx, doing(scope, unitId), sector)
    await answer(ctx, changed, 'unit-sector-set')
  }),
)

units.callbackQuery(callbackPattern('unitCalendar'), (ctx) =>
  withUnit(ctx, (_, unitId) => replace(ctx, 'unit-calendars', { unitId })),
)

/** The calendar of a button; null: that of the unit above. */
async function calendarOf(
  { tx }: JoinedScope,
  word: string | undefined,
): Promise<string | null | undefined> {
  const calendars = await listCalendars(tx)
  return markedIn(
    calendars.map(({ id }) => id),
    word,
  )
}

units.callbackQuery(callbackPattern('unitCalendarAsk'), (ctx) =>
  withUnit(ctx, async (scope, unitId, word) => {
    const calendarId = await calendarOf(scope, word)
    if (calendarId === undefined) return stale(ctx)
    await replace(ctx, 'unit-confirm', { what: 'calendar', unitId, toId: null, calendarId })
  }),
)

units.callbackQuery(callbackPattern('unitCalendarYes'), (ctx) =>
  withUnit(ctx, async (scope, unitId, word) => {
    const { tx, person, now } = scope
    const calendarId = await calendarOf(scope, word)
    const unit = await findUnit(tx, unitId)
    if (calendarId === undefined || unit === undefined) return stale(ctx)
    if (!(await isAdminNow(tx, person.id))) return answer(ctx, { kind: 'not_allowed' }, '')
    const held = await setUnitCalendar(tx, unitId, calendarId)
    const details = { calendar: held }
    await audit(tx, { action: 'unit.calendar', by: person.id, unitId, details }, now)
    await replanUnit(scope, unitId)
    await answer(ctx, { kind: 'changed', unitId }, 'unit-calendar-set')
  }),
)

units.callbackQuery(callbackPattern('unitClose'), (ctx) =>
  withUnit(ctx, (_, unitId) =>
    replace(ctx, 'unit-confirm', { what: 'close', unitId, toId: null, calendarId: null }),
  ),
)

units.callbackQuery(callbackPattern('unitCloseYes'), (ctx) =>
  withUnit(ctx, async (scope, unitId) => {
    await answer(ctx, await closeUnit(scope.tx, doing(scope, unitId)), 'unit-closed')
  }),
)

units.callbackQuery(callbackPattern('unitReopen'), (ctx) =>
  withUnit(ctx, async (scope, unitId) => {
    await answer(ctx, await reopenUnit(scope.tx, doing(scope, unitId)), 'unit-reopened')
  }),
)

import { Composer } from 'grammy'
import {
  addDayOff,
  civilDay,
  giveOwnCalendar,
  removeDayOff,
  type Concerned,
  type DayChanged,
} from '../../learning/index.ts'
import { findUnit, isAdminNow, unitsInReach } from '../../people/index.ts'
import { audited } from '../audited.ts'
import { calendarChanged } from '../calendar-changed.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import {
  calendarPlaceIn,
  dayFrom,
  dayReference,
  fileFrom,
  fileReference,
  scopeIn,
} from '../calendar-wish.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { readDayLine } from '../read-day-line.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'

/** Units that one message offers. */
const MOST = 8

/** The working calendars, for admins: a month, days off, and the list of a year. */
export const calendar = new Composer<BotContext>()

calendar.command(namesOf('kalender'), (ctx) => forAdmin(ctx, (scope) => show(ctx, scope)))

async function show(ctx: BotContext, { now, deps }: JoinedScope): Promise<void> {
  const month = civilDay(deps.timezone, now).slice(0, 7)
  await reply(ctx, 'calendar', { month, calendarMark: null })
}

calendar.callbackQuery(callbackPattern('calendar'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    if (ctx.match[1] === undefined) return show(ctx, scope)
    const place = calendarPlaceIn(ctx.match[1])
    if (place === undefined) return stale(ctx)
    // A picture cannot take the place of words.
    await (place.inPlace === true ? replace(ctx, 'calendar', place) : reply(ctx, 'calendar', place))
  }),
)

calendar.callbackQuery(callbackPattern('calendarChoose'), (ctx) =>
  forAdmin(ctx, async () => {
    const place = calendarPlaceIn(ctx.match[1])
    await (place === undefined ? stale(ctx) : reply(ctx, 'calendar-choose', place))
  }),
)

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

// --- Adding a day ---

calendar.callbackQuery(callbackPattern('calendarAdd'), (ctx) =>
  forAdmin(ctx, async () => {
    await awaitText(ctx, 'calendar', 'day')
    await reply(ctx, 'note', { key: 'calendar-ask-day' })
  }),
)

calendar.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const awaited = await awaitedBy(ctx, 'calendar')
  if (awaited === undefined || !isJoined(scope)) return next()
  await forAdmin(ctx, async () => {
    if (awaited === 'file') return reply(ctx, 'note', { key: 'calendar-ask-file' })
    const day = dayFrom(awaited)
    if (day !== undefined) return findUnitFor(ctx, scope, wordsOf(ctx.message))
    await readDay(ctx, scope)
  })
})

async function readDay(ctx: BotContext, { person, now, found }: JoinedScope): Promise<void> {
  const read = readDayLine(wordsOf(ctx.message), civilDay(person.timezone, now))
  if (read.kind !== 'day') return reply(ctx, 'note', { key: faults[read.kind] })
  // What is masked is no name of a day.
  if (found.length > 0) return reply(ctx, 'note', { key: 'name-holds-data' })
  const { day, name } = read
  await awaitText(ctx, 'calendar', dayReference({ day, name }))
  await reply(ctx, 'calendar-scope', { day, name })
}

const faults = {
  no_day: 'calendar-no-day',
  no_such_day: 'period-no-such-day',
  no_name: 'calendar-no-name',
} as const

/** The day that was typed, whose buttons still hold. */
function pendingDay({ person }: JoinedScope): { day: string; name: string } | undefined {
  const [kind, of] = (person.awaiting ?? '').split(':')
  return kind === 'calendar' && of !== undefined ? dayFrom(of) : undefined
}

/** One unit: its name is asked for while the day is kept. */
calendar.callbackQuery(callbackPattern('calendarUnit'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    await (pendingDay(scope) === undefined
      ? stale(ctx)
      : reply(ctx, 'note', { key: 'unit-ask-find' }))
  }),
)

async function findUnitFor(ctx: BotContext, scope: JoinedScope, text: string): Promise<void> {
  const { tx, person } = scope
  const page = await unitsInReach(tx, person.id, { text, offset: 0, limit: MOST })
  const whole = page.units.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  const [first, ...others] = page.units
  const one = whole ?? (others.length === 0 ? first : undefined)
  if (one === undefined) return reply(ctx, 'calendar-units', { ...page })
  const day = pendingDay(scope)
  if (day !== undefined) {
    await reply(ctx, 'calendar-confirm', { ...day, scope: { kind: 'unit', unitId: one.id } })
  }
}

calendar.callbackQuery(callbackPattern('calendarScope'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    const chosen = await scopeIn(scope.tx, ctx.match[1])
    const day = pendingDay(scope)
    if (chosen === undefined || day === undefined) return stale(ctx)
    await replace(ctx, 'calendar-confirm', { ...day, scope: chosen })
  }),
)

calendar.callbackQuery(callbackPattern('calendarAddYes'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    const { tx, person } = scope
    const chosen = await scopeIn(tx, ctx.match[1])
    const day = pendingDay(scope)
    if (chosen === undefined || day === undefined) return stale(ctx)
    if (!(await isAdminNow(tx, person.id))) return reply(ctx, 'note', { key: 'admins-only' })
    const unit = chosen.kind === 'unit' ? await findUnit(tx, chosen.unitId) : undefined
    if (chosen.kind === 'unit' && unit === undefined) return stale(ctx)
    const calendarId =
      unit !== undefined
        ? await giveOwnCalendar(tx, unit)
        : chosen.kind === 'calendar'
          ? chosen.calendarId
          : null
    const added = await addDayOff(
      tx,
      { ...day, kind: 'regional_holiday', calendarId },
      `chat, ${civilDay(scope.deps.timezone, scope.now)}`,
    )
    if (added.kind === 'changed') await setAwaiting(ctx, null)
    await answer(ctx, scope, added, { action: 'calendar.day_added', unitId: unit?.id ?? null })
  }),
)

/** Shows the month as it is now; those whom it concerns are planned anew once it is committed. */
async function answer(
  ctx: BotContext,
  scope: JoinedScope,
  changed: DayChanged,
  {
    action,
    unitId,
  }: { action: 'calendar.day_added' | 'calendar.day_removed'; unitId: string | null },
): Promise<void> {
  if (changed.kind === 'known') return replace(ctx, 'note', { key: 'calendar-known' })
  if (changed.kind === 'closes') {
    const { calendarId, from } = changed
    return replace(ctx, 'note', {
      key: 'calendar-closes',
      variables: { calendar: calendarId, from },
    })
  }
  const { day, name, calendarId } = changed.day
  await audited(scope, action, { unitId, details: { day, name, calendar: calendarId } })
  const concerned: Concerned =
    calendarId === null ? { everybody: true } : { calendarIds: [calendarId] }
  await calendarChanged(scope, concerned)
  const note = action === 'calendar.day_added' ? 'calendar-day-added' : 'calendar-day-removed'
  await replace(ctx, 'calendar', { month: day.slice(0, 7), calendarMark: null, calendarId, note })
}

// --- Removing a day ---

calendar.callbackQuery(callbackPattern('calendarRemove'), (ctx) =>
  forAdmin(ctx, async () => {
    const place = calendarPlaceIn(ctx.match[1])
    await (place === undefined ? stale(ctx) : reply(ctx, 'calendar-remove', place))
  }),
)

calendar.callbackQuery(callbackPattern('calendarRemoveAsk'), (ctx) =>
  forAdmin(ctx, async () => {
    const id = numberIn(ctx.match[1])
    await (id === undefined ? stale(ctx) : replace(ctx, 'calendar-remove-confirm', { dayId: id }))
  }),
)

calendar.callbackQuery(callbackPattern('calendarRemoveYes'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    const id = numberIn(ctx.match[1])
    if (id === undefined) return stale(ctx)
    if (!(await isAdminNow(scope.tx, scope.person.id))) {
      return reply(ctx, 'note', { key: 'admins-only' })
    }
    const removed = await removeDayOff(scope.tx, id)
    await answer(ctx, scope, removed, { action: 'calendar.day_removed', unitId: null })
  }),
)

// --- A year's list ---

calendar.callbackQuery(callbackPattern('calendarImport'), (ctx) =>
  forAdmin(ctx, async () => {
    await awaitText(ctx, 'calendar', 'file')
    await reply(ctx, 'note', { key: 'calendar-ask-file' })
  }),
)

/** The file is brought and looked at once this is committed; what came of it is told by itself. */
calendar.on('message:document', async (ctx, next) => {
  const { scope } = ctx
  const awaited = await awaitedBy(ctx, 'calendar')
  if (awaited === undefined || !isJoined(scope)) return next()
  await forAdmin(ctx, async ({ after, deps, person }) => {
    const { file_id: fileId, file_name: fileName = '' } = ctx.message.document
    const reference = fileReference({ fileId, fileName })
    if (reference === undefined) return reply(ctx, 'note', { key: 'calendar-file-kind' })
    await awaitText(ctx, 'calendar', reference)
    after.push(() => deps.importDays({ by: person.id, fileId, fileName, apply: false }))
  })
})

calendar.callbackQuery(callbackPattern('calendarImportYes'), (ctx) =>
  forAdmin(ctx, async ({ after, deps, person }) => {
    const [kind, of] = (person.awaiting ?? '').split(':')
    const file = kind === 'calendar' && of !== undefined ? fileFrom(of) : undefined
    if (file === undefined) return stale(ctx)
    await setAwaiting(ctx, null)
    after.push(() => deps.importDays({ by: person.id, ...file, apply: true }))
  }),
)

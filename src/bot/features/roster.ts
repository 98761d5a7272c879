import { Composer } from 'grammy'
import { markMovedAway, readCalendars, replan } from '../../learning/index.ts'
import {
  canReachUnit,
  confirmPerson,
  givePlace,
  searchPeople,
  transferPerson,
  unitsInReach,
} from '../../people/index.ts'
import { readRosterPerson } from '../../reports/index.ts'
import { audited } from '../audited.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { calendarChanged } from '../calendar-changed.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'
import { idIn, shortId } from '../short-id.ts'
import { tell } from '../tell.ts'
import { readRosterPlace } from '../views/roster.ts'
import { refusals } from './newcomers.ts'

/** People, or units, that one message offers. */
const MOST = 8

export const roster = new Composer<BotContext>()

const whole = { filter: 'all', offset: 0, unitId: null } as const

roster.command(namesOf('peserta'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const text = ctx.match.trim()
    await (text === '' ? reply(ctx, 'roster', whole) : find(ctx, scope, text))
  }),
)

/** From a menu it comes anew; a page takes the place of the one before. */
roster.callbackQuery(callbackPattern('roster'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    if (ctx.match[1] === undefined) return reply(ctx, 'roster', whole)
    const place = readRosterPlace(ctx.match[1])
    if (place === undefined) return
    const { unitId } = place
    if (unitId !== null && !(await canReachUnit(tx, person.id, unitId))) return stale(ctx)
    await replace(ctx, 'roster', place)
  }),
)

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

// --- Looking for somebody ---

roster.callbackQuery(callbackPattern('rosterSearch'), (ctx) =>
  forCoordinator(ctx, async () => {
    await awaitText(ctx, 'roster', 'person')
    await reply(ctx, 'note', { key: 'roster-search' })
  }),
)

roster.callbackQuery(callbackPattern('rosterUnits'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    const offset = numberIn(ctx.match[1] ?? '0')
    if (offset === undefined) return
    const page = await unitsInReach(tx, person.id, { offset, limit: MOST })
    await replace(ctx, 'roster-units', { ...page, offset, personId: null })
  }),
)

/** A name of a person; or of the unit to which somebody goes. */
roster.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  const asked = await awaitedBy(ctx, 'roster')
  if (asked === undefined || !isJoined(scope)) return next()
  await forCoordinator(ctx, async () => {
    const text = wordsOf(ctx.message)
    const personId = idIn(asked.split('.')[1])
    if (personId === undefined) return find(ctx, scope, text)
    const page = await unitsInReach(scope.tx, scope.person.id, { text, offset: 0, limit: MOST })
    await reply(ctx, 'roster-units', { ...page, offset: null, personId })
  })
})

/** A unit of that name, whole, is shown as such; anything else is looked for among people. */
async function find(ctx: BotContext, { tx, person }: JoinedScope, text: string): Promise<void> {
  const { units } = await unitsInReach(tx, person.id, { text, offset: 0, limit: MOST })
  const named = units.find(({ name }) => name.toLowerCase() === text.toLowerCase())
  if (named !== undefined) {
    await setAwaiting(ctx, null)
    return reply(ctx, 'roster', { ...whole, unitId: named.id })
  }
  const found = await searchPeople(tx, person.id, { text, limit: MOST })
  if (found.ids.length > 0 && !found.more) await setAwaiting(ctx, null)
  else await awaitText(ctx, 'roster', 'person')
  await reply(ctx, 'roster-people', { ...found })
}

// --- One person ---

/** Whom the viewer reaches; a forged button learns no more than that it does not hold. */
function withPerson(
  ctx: BotContext,
  argument: string | undefined,
  act: (scope: JoinedScope, personId: string) => Promise<void>,
): Promise<void> {
  return forCoordinator(ctx, async (scope) => {
    const personId = idIn(argument)
    const { tx, person, now } = scope
    const calendars = await readCalendars(tx)
    const found =
      personId === undefined
        ? undefined
        : await readRosterPerson(tx, { viewerId: person.id, personId, now, calendars })
    if (personId === undefined || found === undefined) return stale(ctx)
    await act(scope, personId)
  })
}

roster.callbackQuery(callbackPattern('personCard'), (ctx) =>
  withPerson(ctx, ctx.match[1], (_, personId) => reply(ctx, 'person-card', { personId })),
)

/** The places of the unit that may be theirs, for who is on none. */
roster.callbackQuery(callbackPattern('personMatch'), (ctx) =>
  withPerson(ctx, ctx.match[1], (_, personId) => replace(ctx, 'person-match', { personId })),
)

roster.callbackQuery(callbackPattern('placeGive'), (ctx) => {
  const [id, place] = (ctx.match[1] ?? '').split('.')
  return withPerson(ctx, id, async (scope, personId) => {
    const { tx, person, now } = scope
    const placeId = numberIn(place)
    const by = person.id
    if (placeId === undefined || !(await givePlace(tx, { personId, placeId, by }, now))) {
      return stale(ctx)
    }
    await audited(scope, 'roster.place_given', { personId, details: { place: placeId } })
    note(scope, 'a place on the roster was given', personId)
    await replace(ctx, 'roster-doubt-done', { personId, claimed: true })
  })
})

roster.callbackQuery(callbackPattern('personConfirm'), (ctx) =>
  withPerson(ctx, ctx.match[1], async (scope, personId) => {
    if (!(await confirmPerson(scope.tx, scope.person.id, personId))) return stale(ctx)
    await audited(scope, 'person.confirmed', { personId })
    await replace(ctx, 'person-card', { personId })
  }),
)

roster.callbackQuery(callbackPattern('personAway'), (ctx) =>
  withPerson(ctx, ctx.match[1], async (scope, personId) => {
    const { tx, person, now } = scope
    const away = await markMovedAway(tx, { by: person.id, personId }, now)
    if (away.kind !== 'done') return reply(ctx, 'note', { key: refusals[away.kind] })
    await audited(scope, 'person.moved_away', { personId })
    note(scope, 'a person was marked as moved away', personId)
    await replace(ctx, 'person-moved-away', { personId })
    await tell(scope, away.person, {
      kind: 'note',
      args: { key: 'moved-away-told' },
      dedupeKey: `moved-away:${personId}:${now.getTime()}`,
    })
  }),
)

roster.callbackQuery(callbackPattern('personUnits'), (ctx) => {
  const [id, from] = (ctx.match[1] ?? '').split('.')
  return withPerson(ctx, id, async ({ tx, person }, personId) => {
    const offset = numberIn(from ?? '0')
    if (offset === undefined) return
    await awaitText(ctx, 'roster', `unit.${shortId(personId)}`)
    const page = await unitsInReach(tx, person.id, { offset, limit: MOST })
    await replace(ctx, 'roster-units', { ...page, offset, personId })
  })
})

/** The way back is the same with the unit that was left. */
roster.callbackQuery(callbackPattern('personTransfer'), (ctx) => {
  const [id, unit] = (ctx.match[1] ?? '').split('.')
  return withPerson(ctx, id, async (scope, personId) => {
    const { tx, person, now } = scope
    const unitId = idIn(unit)
    const moved =
      unitId === undefined
        ? undefined
        : await transferPerson(tx, { by: person.id, personId, unitId })
    if (moved === undefined) return stale(ctx)
    await setAwaiting(ctx, null)
    await replan(tx, personId, now)
    // Another unit can have another working week.
    await calendarChanged(scope, { personIds: [personId] })
    const about = { personId, unitId: moved.person.unitId, details: { from: moved.fromId } }
    await audited(scope, 'person.transferred', about)
    note(scope, 'a person was transferred', personId)
    await replace(ctx, 'person-transferred', { personId, fromId: moved.fromId })
    if (personId === person.id) return
    await tell(scope, moved.person, {
      kind: 'transfer-told',
      args: {},
      dedupeKey: `transfer:${personId}:${now.getTime()}`,
    })
  })
})

/** Written once it is committed: with random ids alone. */
function note(scope: JoinedScope, what: string, personId: string): void {
  scope.after.push(async () => scope.log.info({ person: personId, by: scope.person.id }, what))
}

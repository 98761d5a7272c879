import { Composer } from 'grammy'
import { isCalendarDate } from '../../content/index.ts'
import { civilDay } from '../../learning/index.ts'
import { searchPeople, unitsInReach } from '../../people/index.ts'
import { auditArgument, readAuditPlace, WHOLE_TRAIL } from '../audit-place.ts'
import { awaitedBy, awaitText, setAwaiting, wordsOf } from '../awaiting.ts'
import { callbackPattern } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forAdmin } from '../for-admin.ts'
import { readPeriod } from '../read-period.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type JoinedScope } from '../scope.ts'

/** People, and units, that one message offers. */
const MOST = 6

/** Who did what, for admins: to look at, and nothing else. */
export const audit = new Composer<BotContext>()

audit.command(namesOf('audit'), (ctx) =>
  forAdmin(ctx, async (scope) => {
    const text = ctx.match.trim()
    await (text === '' ? reply(ctx, 'audit', WHOLE_TRAIL) : find(ctx, scope, text))
  }),
)

/** Without an argument from a menu, and anew; a page takes the place of the one before. */
audit.callbackQuery(callbackPattern('audit'), (ctx) =>
  forAdmin(ctx, async () => {
    const given = ctx.match[1]
    if (given === undefined) return reply(ctx, 'audit', WHOLE_TRAIL)
    const place = readAuditPlace(given)
    if (place === undefined || !exists(place.period)) return stale(ctx)
    await replace(ctx, 'audit', place)
  }),
)

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

function exists(period: { readonly first: string; readonly last: string } | null): boolean {
  return period === null || [period.first, period.last].every((day) => isCalendarDate(day, 'day'))
}

/** Which kind of deed? The page below stays as narrow as it is. */
audit.callbackQuery(callbackPattern('auditGroups'), (ctx) =>
  forAdmin(ctx, async () => {
    const place = readAuditPlace(ctx.match[1] ?? auditArgument(WHOLE_TRAIL))
    await (place === undefined ? stale(ctx) : replace(ctx, 'audit-groups', place))
  }),
)

audit.callbackQuery(callbackPattern('auditSearch'), (ctx) =>
  forAdmin(ctx, async () => {
    await awaitText(ctx, 'audit', 'search')
    await reply(ctx, 'note', { key: 'audit-ask' })
  }),
)

audit.on('message:text', async (ctx, next) => {
  const { scope } = ctx
  if ((await awaitedBy(ctx, 'audit')) === undefined || !isJoined(scope)) return next()
  await forAdmin(ctx, () => find(ctx, scope, wordsOf(ctx.message)))
})

/** A period, a person or a unit, or one of them in a period; of several of a name one is chosen. */
async function find(ctx: BotContext, scope: JoinedScope, text: string): Promise<void> {
  const { tx, person, now } = scope
  const read = readPeriod(text, civilDay(person.timezone, now))
  if (read.kind === 'no_such_day' || read.kind === 'ends_before_it_begins') {
    await awaitText(ctx, 'audit', 'search')
    const key = read.kind === 'no_such_day' ? 'period-no-such-day' : 'period-reversed'
    return reply(ctx, 'note', { key })
  }
  const period = read.kind === 'period' ? read.period : null
  if (read.rest === '') {
    await setAwaiting(ctx, null)
    return reply(ctx, 'audit', { ...WHOLE_TRAIL, period })
  }
  const people = await searchPeople(tx, person.id, { text: read.rest, limit: MOST })
  const found = await unitsInReach(tx, person.id, { text: read.rest, offset: 0, limit: MOST })
  const unitIds = found.units.map(({ id }) => id)
  const [personId] = people.ids
  const [unitId] = unitIds
  if (people.ids.length + unitIds.length === 0) {
    await awaitText(ctx, 'audit', 'search')
    return reply(ctx, 'note', { key: 'audit-nobody' })
  }
  await setAwaiting(ctx, null)
  if (people.ids.length + unitIds.length === 1) {
    const one = personId === undefined ? { unitId: unitId ?? null } : { personId }
    return reply(ctx, 'audit', { ...WHOLE_TRAIL, ...one, period })
  }
  const more = people.more || found.total > unitIds.length
  await reply(ctx, 'audit-choose', { personIds: people.ids, unitIds, period, more })
}

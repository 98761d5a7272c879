import { Composer } from 'grammy'
import { laggingReasons, readCalendars, type LaggingReason } from '../../learning/index.ts'
import { readLagging, remind, type LaggingPerson } from '../../nudges/index.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { namesOf } from '../commands.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext } from '../scope.ts'
import { LAGGING_PAGE, namedOf, type LaggingArgs } from '../views/lagging.ts'

/** Who lags, and reminding them; whom somebody reaches is checked in the store. */
export const lagging = new Composer<BotContext>()

lagging.command(namesOf('belum_selesai'), (ctx) => show(ctx, {}))

/** As an answer to an announcement it has been taken: there it means those who have not read that. */
lagging.command(namesOf('ingatkan'), (ctx) => show(ctx, {}))

lagging.callbackQuery(callbackPattern('lagging'), (ctx) =>
  ctx.match[1] === undefined ? show(ctx, {}) : shown(ctx, {}),
)

lagging.callbackQuery(callbackPattern('laggingPage'), (ctx) => {
  const place = placeIn(ctx.match[1])
  return place === undefined ? undefined : shown(ctx, place)
})

lagging.callbackQuery(callbackPattern('laggingText'), (ctx) =>
  forCoordinator(ctx, () => reply(ctx, 'lagging-text', {})),
)

lagging.callbackQuery(callbackPattern('remindOne'), (ctx) => {
  const place = placeIn(ctx.match[1])
  const personId = ctx.match[1]?.split('.')[2]
  if (place === undefined || personId === undefined) return
  return reminded(ctx, place, (one) => one.personId === personId)
})

lagging.callbackQuery(callbackPattern('remindReason'), (ctx) => {
  const reason = reasonIn(ctx.match[1])
  if (reason === undefined && ctx.match[1] !== undefined) return
  const place = reason === undefined ? {} : { reason, page: 0 }
  return reminded(ctx, place, (one) => reason === undefined || one.lagging.reason === reason)
})

/** The page as it stands now: who has answered meanwhile is no longer on it. */
lagging.callbackQuery(callbackPattern('remindPage'), async (ctx) => {
  const { scope } = ctx
  const place = placeIn(ctx.match[1])
  if (place === undefined || !isJoined(scope)) return
  const { tx, person, now } = scope
  const calendars = await readCalendars(tx)
  const named = namedOf(await readLagging(tx, person.id, { calendars, now }), place.reason)
  const from = place.page * LAGGING_PAGE
  const ids = new Set(named.slice(from, from + LAGGING_PAGE).map(({ personId }) => personId))
  await reminded(ctx, place, (one) => ids.has(one.personId))
})

function show(ctx: BotContext, args: LaggingArgs): Promise<void> {
  return forCoordinator(ctx, () => reply(ctx, 'lagging', args))
}

function shown(ctx: BotContext, args: LaggingArgs): Promise<void> {
  return forCoordinator(ctx, () => replace(ctx, 'lagging', args))
}

function reminded(
  ctx: BotContext,
  place: LaggingArgs,
  whom: (person: LaggingPerson) => boolean,
): Promise<void> {
  return forCoordinator(ctx, async ({ tx, person, now }) => {
    const calendars = await readCalendars(tx)
    const reminding = await remind(tx, person.id, { calendars, now, whom })
    await replace(ctx, 'lagging', { ...place, reminding })
  })
}

function reasonIn(text: string | undefined): LaggingReason | undefined {
  return laggingReasons.find((reason) => reason === text)
}

/** "<reason>" or "<reason>.<page>" with anything behind it. */
function placeIn(
  text: string | undefined,
): { readonly reason: LaggingReason; readonly page: number } | undefined {
  const [name, page] = (text ?? '').split('.')
  const reason = reasonIn(name)
  return reason === undefined ? undefined : { reason, page: numberIn(page) ?? 0 }
}

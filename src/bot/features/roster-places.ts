import { Composer } from 'grammy'
import { findFreePlace, removePlace, restorePlace } from '../../people/index.ts'
import { audited } from '../audited.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext, JoinedScope } from '../scope.ts'

/** Names on the roster under which nobody has joined: one that was entered wrongly is taken off. */
export const rosterPlaces = new Composer<BotContext>()

function stale(ctx: BotContext): Promise<void> {
  return reply(ctx, 'note', { key: 'button-stale' })
}

rosterPlaces.callbackQuery(callbackPattern('placeCard'), (ctx) =>
  forCoordinator(ctx, async ({ tx, person }) => {
    const placeId = numberIn(ctx.match[1])
    if (placeId === undefined || (await findFreePlace(tx, person.id, placeId)) === undefined) {
      return stale(ctx)
    }
    await reply(ctx, 'place-card', { placeId })
  }),
)

rosterPlaces.callbackQuery(callbackPattern('placeRemove'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const { tx, person, now } = scope
    const placeId = numberIn(ctx.match[1])
    const place = placeId === undefined ? undefined : await findFreePlace(tx, person.id, placeId)
    if (place === undefined) return stale(ctx)
    const removalId = await removePlace(tx, { by: person.id, placeId: place.id }, now)
    if (removalId === undefined) return stale(ctx)
    await audited(scope, 'roster.place_removed', { details: { place: place.id } })
    note(scope, 'a place on the roster was removed', place.id)
    await replace(ctx, 'place-removed', { removalId, name: place.name })
  }),
)

rosterPlaces.callbackQuery(callbackPattern('placeRestore'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const { tx, person, now } = scope
    const removalId = numberIn(ctx.match[1])
    const place =
      removalId === undefined
        ? undefined
        : await restorePlace(tx, { by: person.id, removalId }, now)
    if (place === undefined) return stale(ctx)
    await audited(scope, 'roster.place_restored', { details: { place: place.id } })
    note(scope, 'a place on the roster was put back', place.id)
    await replace(ctx, 'place-card', { placeId: place.id })
  }),
)

/** Written once it is committed: with numbers alone. */
function note({ after, log, person }: JoinedScope, what: string, place: number): void {
  after.push(async () => log.info({ place, by: person.id }, what))
}

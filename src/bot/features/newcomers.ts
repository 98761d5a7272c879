import { Composer } from 'grammy'
import { bringBack, markMovedAway } from '../../learning/index.ts'
import { alreadyWaits } from '../../messaging/index.ts'
import { confirmNewcomers, decidersOf, newcomersOf, type Person } from '../../people/index.ts'
import { audited } from '../audited.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { forCoordinator } from '../for-coordinator.ts'
import { reply, replace } from '../reply.ts'
import type { BotContext, Scope } from '../scope.ts'
import { idIn } from '../short-id.ts'
import { tell } from '../tell.ts'

/** Who came by a poster's code: they learn at once, and a coordinator says whether they are theirs. */
export const newcomers = new Composer<BotContext>()

/** After a meeting forty people type the code at once: they are one message, at the end of ten minutes. */
const TOGETHER_MS = 10 * 60_000

/** Tells those who know the people of the unit, together with whoever else comes in these minutes. */
export async function announceNewcomer(scope: Scope, person: Person): Promise<void> {
  const { tx, now } = scope
  const { unconfirmedSince, unitId } = person
  if (unconfirmedSince === null || unitId === null) return
  const end = new Date((Math.floor(now.getTime() / TOGETHER_MS) + 1) * TOGETHER_MS)
  const deciders = await decidersOf(tx, unitId, [person.id])
  for (const decider of deciders.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    // All who come while nothing may be sent are one message in the morning.
    const about = { unitId }
    if (await alreadyWaits(tx, { personId: decider.id, kind: 'newcomers', about })) continue
    await tell(scope, decider, {
      kind: 'newcomers',
      args: about,
      dedupeKey: `newcomers:${unitId}:${now.getTime()}:${decider.id}`,
      notBefore: end,
    })
  }
}

/** All that were on the list; whoever came later is asked about anew. */
newcomers.callbackQuery(callbackPattern('newcomersYes'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const { tx, person, log, after } = scope
    const [unit, moment] = (ctx.match[1] ?? '').split('.')
    const unitId = idIn(unit)
    const upTo = numberIn(moment)
    if (unitId === undefined || upTo === undefined) return
    const count = await confirmNewcomers(tx, person.id, { unitId, upTo: new Date(upTo) })
    if (count === 0) return reply(ctx, 'note', { key: 'newcomers-decided' })
    await audited(scope, 'person.confirmed', { unitId, details: { count } })
    after.push(async () =>
      log.info({ unit: unitId, count, by: person.id }, 'newcomers were confirmed'),
    )
    await replace(ctx, 'note', { key: 'newcomers-confirmed', variables: { count } })
    const left = await newcomersOf(tx, person.id, { unitId, limit: 1 })
    if (left.length > 0) await reply(ctx, 'newcomers', { unitId })
  }),
)

/** Not one of the unit's people: the lessons stop, and that can be undone. */
newcomers.callbackQuery(callbackPattern('newcomerNo'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const personId = idIn(ctx.match[1])
    if (personId === undefined) return
    const { tx, person, now } = scope
    const refused = await markMovedAway(tx, { by: person.id, personId }, now)
    if (refused.kind !== 'done') return reply(ctx, 'note', { key: refusals[refused.kind] })
    await audited(scope, 'person.moved_away', { personId })
    scope.after.push(async () =>
      scope.log.info({ person: personId, by: person.id }, 'a newcomer was refused'),
    )
    await reply(ctx, 'person-moved-away', { personId })
    await tell(scope, refused.person, {
      kind: 'note',
      args: { key: 'newcomer-refused' },
      dedupeKey: `moved-away:${personId}:${now.getTime()}`,
    })
  }),
)

export const refusals = {
  not_allowed: 'coordinators-only',
  gone: 'newcomers-decided',
  has_role: 'person-has-role',
} as const

newcomers.callbackQuery(callbackPattern('personBack'), (ctx) =>
  forCoordinator(ctx, async (scope) => {
    const personId = idIn(ctx.match[1])
    if (personId === undefined) return
    const { tx, person, now } = scope
    const back = await bringBack(tx, { by: person.id, personId }, now)
    if (back.kind !== 'done') return reply(ctx, 'note', { key: refusals[back.kind] })
    await audited(scope, 'person.back', { personId })
    scope.after.push(async () =>
      scope.log.info({ person: personId, by: person.id }, 'a person was brought back'),
    )
    await replace(ctx, 'note', { key: 'person-is-back', variables: { name: back.person.name } })
    await tell(scope, back.person, {
      kind: 'note',
      args: { key: 'moved-back-told' },
      dedupeKey: `back:${personId}:${now.getTime()}`,
    })
  }),
)

import { Composer } from 'grammy'
import {
  claimByName,
  decideDoubt,
  decidersOf,
  releasePlace,
  type Person,
} from '../../people/index.ts'
import { audited } from '../audited.ts'
import { callbackPattern, numberIn } from '../callback.ts'
import { reply, replace } from '../reply.ts'
import { isJoined, type BotContext, type Scope } from '../scope.ts'
import { idIn } from '../short-id.ts'
import { tell } from '../tell.ts'

/** Whose place on the roster a new participant has, as far as the name does not say it. */
export const rosterClaims = new Composer<BotContext>()

/** After joining: the place of that name, at once or once a coordinator says which it is. */
export async function claimPlace(scope: Scope, person: Person): Promise<void> {
  const { tx, now } = scope
  const claimed = await claimByName(tx, person, now)
  if (claimed.kind === 'none') return
  note(scope, 'a place on the roster was claimed', { person: person.id, as: claimed.kind })
  if (claimed.kind === 'claimed') return
  const { doubtId } = claimed
  for (const decider of await decidersOf(tx, person.unitId, [person.id])) {
    await tell(scope, decider, {
      kind: 'roster-doubt',
      args: { doubtId },
      dedupeKey: `roster-doubt:${doubtId}:${decider.id}`,
    })
  }
}

rosterClaims.callbackQuery(callbackPattern('placeYes', 'placeNo'), async (ctx) => {
  const { scope } = ctx
  const [doubt, which] = (ctx.match[1] ?? '').split('.').map(numberIn)
  if (!isJoined(scope) || doubt === undefined) return
  const decided = await decideDoubt(
    scope.tx,
    { id: doubt, candidate: which ?? null, by: scope.person.id },
    scope.now,
  )
  switch (decided.kind) {
    case 'not_allowed':
      return reply(ctx, 'note', { key: 'coordinators-only' })
    case 'decided_before':
      return replace(ctx, 'note', { key: 'roster-doubt-decided' })
    case 'gone':
      return replace(ctx, 'note', { key: 'roster-doubt-gone' })
    case 'claimed':
    case 'refused': {
      const { personId } = decided.doubt
      const action = decided.kind === 'claimed' ? 'roster.place_given' : 'roster.place_refused'
      await audited(scope, action, { personId })
      note(scope, 'a doubt about the roster was decided', { person: personId, as: decided.kind })
      return replace(ctx, 'roster-doubt-done', { personId, claimed: decided.kind === 'claimed' })
    }
  }
})

/** Takes the place back that somebody was given, by the name or by hand. */
rosterClaims.callbackQuery(callbackPattern('personRelease'), async (ctx) => {
  const { scope } = ctx
  const personId = idIn(ctx.match[1])
  if (!isJoined(scope) || personId === undefined) return
  const by = scope.person.id
  if (!(await releasePlace(scope.tx, { personId, by }, scope.now))) {
    return reply(ctx, 'note', { key: 'button-stale' })
  }
  await audited(scope, 'roster.place_released', { personId })
  note(scope, 'a place on the roster was taken back', { person: personId })
  await reply(ctx, 'note', { key: 'roster-released' })
})

/** Written once it is committed: with random ids alone. */
function note(scope: Scope, what: string, about: Readonly<Record<string, unknown>>): void {
  scope.after.push(async () => scope.log.info({ ...about, by: scope.person?.id }, what))
}

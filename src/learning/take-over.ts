import { cancelAllMessages, readdressMessages } from '../messaging/index.ts'
import {
  changePerson,
  changeTakeover,
  closePlace,
  findPeople,
  hasRole,
  lockPeople,
  moveClaim,
  mayDecide,
  moveToAccount,
  removePerson,
  takeTakeover,
  wasTakenOver,
  type Person,
  type Roles,
  type Takeover,
} from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { forgetAnswersOf, hasAnswered, stopLearning } from './closed-places-store.ts'

/** A wish that nobody decided on is no wish any more; the person has long asked in another way. */
const DECIDED_WITHIN_MS = 14 * 24 * 3600_000

/** For so long a takeover can be undone, and the place does not change hands again. */
export const UNDO_MS = 3 * 24 * 3600_000

export interface Decision {
  readonly id: number
  /** Which of the candidates, from 0. */
  readonly candidate: number
  readonly deciderId: string
  readonly roles: Roles
}

export type Confirmed =
  | { readonly kind: 'confirmed'; readonly takeover: Takeover; readonly person: Person }
  | { readonly kind: 'decided_before' }
  /** The wish is too old, or one of the two places is gone. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not_allowed' }

/**
 * Gives an old place to the new account. The new account's own place goes if nothing was answered
 * there, and is closed with what was answered otherwise. In one transaction; of two that decide at
 * once the second finds it decided.
 */
export async function confirmTakeover(tx: Db, decision: Decision, now: Date): Promise<Confirmed> {
  const { id, candidate, deciderId, roles } = decision
  const takeover = await takeTakeover(tx, id)
  if (takeover === undefined) return { kind: 'gone' }
  const { newcomerId, newTelegramId, newChatId } = takeover
  const personId = takeover.candidates[candidate]
  const old = personId === undefined ? undefined : (await findPeople(tx, [personId])).get(personId)
  if (old === undefined) return { kind: 'gone' }
  if (deciderId === newcomerId || !(await mayDecide(tx, roles, old))) return { kind: 'not_allowed' }
  if (takeover.state !== 'asked') return { kind: 'decided_before' }
  const stale = now.getTime() - takeover.askedAt.getTime() > DECIDED_WITHIN_MS
  const moved = await wasTakenOver(tx, old.id, new Date(now.getTime() - UNDO_MS))
  if (newcomerId === null || stale || moved) return { kind: 'gone' }
  // A role that was given meanwhile would go with the place; it may be the last admin's.
  if (await hasRole(tx, newcomerId)) return { kind: 'gone' }
  if ((await lockPeople(tx, [newcomerId, old.id])) < 2) return { kind: 'gone' }

  await cancelAllMessages(tx, newcomerId, 'the place was taken over', now)
  // An answer that waits for its poll was given to one of the place that ends here.
  await forgetAnswersOf(tx, newTelegramId)
  await moveClaim(tx, newcomerId, old.id)
  if (await hasAnswered(tx, newcomerId)) {
    await closePlace(tx, newcomerId, id)
    await stopLearning(tx, newcomerId)
  } else await removePerson(tx, newcomerId)
  await moveToAccount(tx, old.id, { telegramId: newTelegramId, chatId: newChatId }, now)
  // Who asks for the place wants to go on.
  await changePerson(tx, old.id, { paused: false })
  await readdressMessages(tx, old.id, newChatId, now)
  const decided = {
    state: 'confirmed',
    personId: old.id,
    oldTelegramId: old.telegramId,
    oldChatId: old.chatId,
    decidedBy: deciderId,
    decidedAt: now,
  } as const
  await changeTakeover(tx, id, decided)
  const person = { ...old, telegramId: newTelegramId, chatId: newChatId, paused: false }
  return { kind: 'confirmed', takeover: { ...takeover, ...decided }, person }
}

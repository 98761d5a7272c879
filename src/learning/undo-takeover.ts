import { readdressMessages } from '../messaging/index.ts'
import {
  changePerson,
  changeTakeover,
  findPeople,
  findPerson,
  lockPeople,
  mayDecide,
  moveToAccount,
  takeTakeover,
  type Person,
  type Roles,
  type Takeover,
} from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { startLearning } from './learners-store.ts'
import { firstTeachingMoment, replan } from './replan.ts'
import { UNDO_MS } from './take-over.ts'

export type Undone =
  | {
      readonly kind: 'undone'
      readonly takeover: Takeover
      readonly person: Person
      /** The place of the new account, where it had learnt something. */
      readonly newcomerId: string | null
    }
  /** Undone already, too late, or the place is gone. */
  | { readonly kind: 'gone' }
  /** The old account has joined anew meanwhile. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'not_allowed' }

/** Gives the place back to the old account, and opens the new account's own one again if there is one. */
export async function undoTakeover(
  tx: Db,
  { id, roles }: { readonly id: number; readonly roles: Roles },
  now: Date,
): Promise<Undone> {
  const takeover = await takeTakeover(tx, id)
  if (takeover === undefined || takeover.personId === null) return { kind: 'gone' }
  const { personId, newcomerId, newTelegramId, newChatId, oldTelegramId, oldChatId } = takeover
  const place = (await findPeople(tx, [personId])).get(personId)
  if (place === undefined) return { kind: 'gone' }
  if (!(await mayDecide(tx, roles, place))) return { kind: 'not_allowed' }
  const age = now.getTime() - (takeover.decidedAt?.getTime() ?? 0)
  const standing = takeover.state === 'confirmed' && place.telegramId === newTelegramId
  if (!standing || age > UNDO_MS || oldTelegramId === null || oldChatId === null) {
    return { kind: 'gone' }
  }
  if ((await findPerson(tx, oldTelegramId)) !== undefined) return { kind: 'blocked' }
  await lockPeople(tx, newcomerId === null ? [personId] : [newcomerId, personId])
  await moveToAccount(tx, personId, { telegramId: oldTelegramId, chatId: oldChatId }, now)
  await readdressMessages(tx, personId, oldChatId, now)
  await replan(tx, personId, now)
  if (newcomerId !== null) {
    await moveToAccount(tx, newcomerId, { telegramId: newTelegramId, chatId: newChatId }, now)
    await changePerson(tx, newcomerId, { joinStep: null })
    const nextDueAt = await firstTeachingMoment(tx, newcomerId, now)
    await startLearning(tx, { personId: newcomerId, nextDueAt, now })
    await replan(tx, newcomerId, now)
  }
  await changeTakeover(tx, id, { state: 'undone' })
  const person = { ...place, telegramId: oldTelegramId, chatId: oldChatId }
  return { kind: 'undone', takeover, person, newcomerId }
}

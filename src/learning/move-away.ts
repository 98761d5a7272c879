import { cancelAllMessages } from '../messaging/index.ts'
import {
  canReach,
  changePerson,
  findPeople,
  hasRole,
  lockPeople,
  type Person,
} from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { replan } from './replan.ts'

export type MovedAway =
  | { readonly kind: 'done'; readonly person: Person }
  /** Not within reach, or oneself. */
  | { readonly kind: 'not_allowed' }
  /** It is so already, or the person is gone. */
  | { readonly kind: 'gone' }
  /** A role is taken back or handed over first, and by an admin. */
  | { readonly kind: 'has_role' }

interface Change {
  readonly by: string
  readonly personId: string
}

/**
 * Notes that somebody is no longer with the organisation: what was learned stays, nothing comes any
 * more. It is a pause without an end that the person cannot end, so all that heeds pauses heeds it.
 */
export async function markMovedAway(
  tx: Db,
  { by, personId }: Change,
  now: Date,
): Promise<MovedAway> {
  const found = await take(tx, { by, personId })
  if (found.kind !== 'done') return found
  const { person } = found
  if (person.movedAwayAt !== null) return { kind: 'gone' }
  if (await hasRole(tx, personId)) return { kind: 'has_role' }
  await changePerson(tx, personId, {
    movedAwayAt: now,
    unconfirmedSince: null,
    paused: true,
    awaiting: null,
  })
  await replan(tx, personId, now)
  await cancelAllMessages(tx, personId, 'the person has moved away', now)
  return { kind: 'done', person: { ...person, movedAwayAt: now } }
}

/** Undoes it: whoever is back wants to go on. */
export async function bringBack(
  tx: Db,
  { by, personId }: Change,
  now: Date,
): Promise<Exclude<MovedAway, { kind: 'has_role' }>> {
  const found = await take(tx, { by, personId })
  if (found.kind !== 'done') return found
  const { person } = found
  // A standstill that the person asked for is ended by nobody else.
  if (person.movedAwayAt === null || person.restrictedSince !== null) return { kind: 'gone' }
  await comeBack(tx, personId, now)
  return { kind: 'done', person: { ...person, movedAwayAt: null } }
}

/** The same for somebody who was invited anew. */
export async function comeBack(tx: Db, personId: string, now: Date): Promise<void> {
  await changePerson(tx, personId, { movedAwayAt: null, paused: false })
  await replan(tx, personId, now)
}

async function take(
  tx: Db,
  { by, personId }: Change,
): Promise<Exclude<MovedAway, { kind: 'has_role' }>> {
  if (by === personId || !(await canReach(tx, by, personId))) return { kind: 'not_allowed' }
  await lockPeople(tx, [personId])
  const person = (await findPeople(tx, [personId])).get(personId)
  if (person === undefined || person.joinStep !== null) return { kind: 'gone' }
  return { kind: 'done', person }
}

import { audit } from '../audit/index.ts'
import { comeBack, replan } from '../learning/index.ts'
import { cancelAllMessages } from '../messaging/index.ts'
import {
  changePerson,
  hasRole,
  recordConsent,
  withdrawConsents,
  type Person,
} from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'

export type Restricted =
  | { readonly kind: 'done' }
  /** It is so already. */
  | { readonly kind: 'known' }
  /** Whoever is responsible for others hands that over first. */
  | { readonly kind: 'has_role' }

/**
 * Keeps somebody's data and stops using it: nothing comes, nothing is counted from now on, no list
 * shows the person. It is the same standstill as that of somebody who has left, so that whatever
 * heeds the one heeds the other; but nobody else can end it.
 */
export async function restrict(tx: Db, person: Person, now: Date): Promise<Restricted> {
  const stopped = await standStill(tx, person, now)
  if (stopped.kind === 'done') await note(tx, 'data.restricted', person.id, now)
  return stopped
}

async function standStill(tx: Db, person: Person, now: Date): Promise<Restricted> {
  if (person.restrictedSince !== null) return { kind: 'known' }
  if (await hasRole(tx, person.id)) return { kind: 'has_role' }
  await changePerson(tx, person.id, {
    restrictedSince: now,
    movedAwayAt: person.movedAwayAt ?? now,
    paused: true,
    awaiting: null,
  })
  await replan(tx, person.id, now)
  await cancelAllMessages(tx, person.id, 'the person restricts what is done', now)
  return { kind: 'done' }
}

/** Lets it go on. Whoever had left before stays so. @returns whether it was restricted */
export async function release(tx: Db, person: Person, now: Date): Promise<boolean> {
  const { id, restrictedSince, movedAwayAt } = person
  if (restrictedSince === null) return false
  await changePerson(tx, id, { restrictedSince: null })
  if (movedAwayAt?.getTime() === restrictedSince.getTime()) await comeBack(tx, id, now)
  await note(tx, 'data.released', id, now)
  return true
}

/**
 * Takes the consent back: the same standstill at once, and what is kept waits for its erasure. Also
 * of somebody who had only restricted.
 */
export async function withdraw(tx: Db, person: Person, now: Date): Promise<Restricted> {
  if (person.noticeVersion === null) return { kind: 'known' }
  if ((await standStill(tx, person, now)).kind === 'has_role') return { kind: 'has_role' }
  await withdrawConsents(tx, person.id, now)
  await note(tx, 'data.withdrawn', person.id, now)
  return { kind: 'done' }
}

/** Agrees again, while there is something left to go on with. @returns whether it had been taken back */
export async function agreeAgain(
  tx: Db,
  person: Person,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<boolean> {
  if (person.noticeVersion !== null || person.restrictedSince === null) return false
  await recordConsent(tx, person.id, version, now)
  return release(tx, person, now)
}

function note(
  tx: Db,
  action: 'data.restricted' | 'data.released' | 'data.withdrawn',
  personId: string,
  now: Date,
): Promise<void> {
  return audit(tx, { action, by: personId, personId }, now)
}

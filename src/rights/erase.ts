import { leaveAnnouncements } from '../announcements/index.ts'
import { audit } from '../audit/index.ts'
import { clearSheets, printedNames } from '../certificates/index.ts'
import { eraseFromFiles } from '../exchange/index.ts'
import { forgetAnswersOf } from '../learning/index.ts'
import { eraseLedgers, eraseNames } from '../messaging/index.ts'
import { erasePeople, findErased, isLastAdmin } from '../people/index.ts'
import type { Db } from '../platform/db/index.ts'
import { withdrawQuestions } from '../practice/index.ts'

export type Erased =
  | {
      readonly kind: 'erased'
      /** Numbers that stay in the register of certificates, without a name. */
      readonly certificates: number
      /** Her announcements that were under way, and are cancelled. */
      readonly announcements: number
    }
  /** Nobody would be left who can give roles. */
  | { readonly kind: 'last_admin' }
  /** Another press was faster. */
  | { readonly kind: 'gone' }

/**
 * Erases somebody in every table, in one transaction: what the inventory (privacy/inventory) says of
 * each is what is done here. Jobs in the queue hold numbers of rows alone, which lead nowhere then.
 * The trail keeps that it was done, by a random id that leads to nobody. Figures follow with the next
 * look at the roll-ups, since deleting leaves marks.
 *
 * @param by who wishes it: the person; null: a period is over
 */
export async function erasePerson(
  tx: Db,
  { personId, by }: { readonly personId: string; readonly by: string | null },
  now: Date,
): Promise<Erased> {
  if (await isLastAdmin(tx, { personId, role: 'admin', unitId: null }))
    return { kind: 'last_admin' }
  const found = await findErased(tx, personId)
  if (found === undefined) return { kind: 'gone' }
  const { personIds, accounts } = found
  const erased = {
    ...found,
    names: [...new Set([...found.names, ...(await printedNames(tx, personIds))])],
  }
  // First what others have to be told, while it is known whom.
  for (const id of personIds) await withdrawQuestions(tx, id, now)
  const announcements = await leaveAnnouncements(tx, personIds, now)
  const certificates = await clearSheets(tx, personIds)
  await eraseFromFiles(tx, erased)
  // Before the person is locked: whoever writes down what became of a message needs both.
  await eraseLedgers(tx, erased)
  await eraseNames(tx, erased.names, now)
  if (!(await erasePeople(tx, erased))) return { kind: 'gone' }
  // A vote of the same instant held the person until it was written; after it there is none.
  for (const account of accounts) await forgetAnswersOf(tx, account)
  // Once more: the planner may have put something in until the person was gone.
  await eraseLedgers(tx, erased)
  await audit(tx, { action: 'data.erased', by, personId }, now)
  return { kind: 'erased', certificates, announcements }
}

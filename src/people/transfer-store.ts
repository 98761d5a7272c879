import { eq, sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { changePerson, findPeople } from './people-store.ts'
import type { Person } from './person.ts'
import { canReach, canReachUnit, withinReach } from './reach-store.ts'
import { rosterPlaces } from './roster/schema.ts'

/**
 * Brings somebody to another unit, with the place on the roster; both the person and the unit are
 * within the reach of who does it.
 *
 * @returns the person, and the unit that was left; undefined where it may not be, or changes nothing
 */
export async function transferPerson(
  tx: Db,
  {
    by,
    personId,
    unitId,
  }: { readonly by: string; readonly personId: string; readonly unitId: string },
): Promise<{ readonly person: Person; readonly fromId: string } | undefined> {
  if (!(await canReach(tx, by, personId)) || !(await canReachUnit(tx, by, unitId))) return undefined
  const person = (await findPeople(tx, [personId])).get(personId)
  if (person === undefined || person.unitId === null || person.unitId === unitId) return undefined
  await changePerson(tx, personId, { unitId })
  await tx.update(rosterPlaces).set({ unitId }).where(eq(rosterPlaces.personId, personId))
  return { person: { ...person, unitId }, fromId: person.unitId }
}

/** Says of one who came by a poster's code that they are one of the unit's people. */
export async function confirmPerson(tx: Db, by: string, personId: string): Promise<boolean> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`
    update people p set unconfirmed_since = null
    where p.id = ${personId} and p.unconfirmed_since is not null and p.id <> ${by}
      and ${withinReach(by)}
    returning p.id`,
  )
  return rows.length > 0
}

import { eq } from 'drizzle-orm'
import type { Db } from '../platform/db/index.ts'
import { findPeople } from './people-store.ts'
import type { Person } from './person.ts'
import { roles } from './schema.ts'

/** Admins who have joined and can be reached: whom the system tells what concerns all admins. */
export async function adminsToTell(db: Db): Promise<Person[]> {
  const rows = await db
    .select({ personId: roles.personId })
    .from(roles)
    .where(eq(roles.role, 'admin'))
  const admins = await findPeople(
    db,
    rows.map(({ personId }) => personId),
  )
  return [...admins.values()].filter(
    (person) => person.joinStep === null && person.unreachableSince === null,
  )
}

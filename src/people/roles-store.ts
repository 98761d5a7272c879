import { and, eq } from 'drizzle-orm'
import { audit } from '../audit/index.ts'
import { anyOf, type Db } from '../platform/db/index.ts'
import type { Roles } from './person.ts'
import { people, roles } from './schema.ts'

export async function rolesOf(db: Db, personId: string): Promise<Roles> {
  return (await rolesOfPeople(db, [personId])).get(personId) ?? NO_ROLES
}

/** Who has no role at all. */
export const NO_ROLES: Roles = { admin: false, coordinates: [] }

/** @returns by the people's ids; who has none is missing */
export async function rolesOfPeople(
  db: Db,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Roles>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .select({ personId: roles.personId, role: roles.role, unitId: roles.unitId })
    .from(roles)
    .where(anyOf(roles.personId, personIds))
  return new Map(
    [...Map.groupBy(rows, (row) => row.personId)].map(([personId, held]) => [
      personId,
      {
        admin: held.some((row) => row.role === 'admin'),
        coordinates: held.flatMap((row) => (row.unitId === null ? [] : [row.unitId])),
      },
    ]),
  )
}

/** From the shell, the configuration or by an invitation: by nobody who is an admin here. */
export async function grantAdmin(db: Db, personId: string, now: Date): Promise<void> {
  const given = await db
    .insert(roles)
    .values({ personId, role: 'admin', unitId: null, grantedAt: now })
    .onConflictDoNothing()
    .returning({ personId: roles.personId })
  if (given.length === 0) return
  await audit(db, { action: 'role.granted', by: null, personId, details: { role: 'admin' } }, now)
}

/** Makes those of the Telegram ids admins who are known already; the others when they come. */
export async function grantAdmins(
  db: Db,
  telegramIds: readonly number[],
  now: Date,
): Promise<void> {
  if (telegramIds.length === 0) return
  const known = await db
    .select({ id: people.id })
    .from(people)
    .where(anyOf(people.telegramId, telegramIds))
  for (const { id } of known) await grantAdmin(db, id, now)
}

export async function hasAdmin(db: Db): Promise<boolean> {
  const [row] = await db
    .select({ personId: roles.personId })
    .from(roles)
    .where(and(eq(roles.role, 'admin')))
    .limit(1)
  return row !== undefined
}

/**
 * Whether somebody is an admin, read in this transaction and held: a role that is taken meanwhile
 * changes nothing any more.
 *
 * @param by null: the operator in the shell, who may everything
 */
export async function isAdminNow(tx: Db, by: string | null): Promise<boolean> {
  if (by === null) return true
  const [row] = await tx
    .select({ role: roles.role })
    .from(roles)
    .where(and(eq(roles.personId, by), eq(roles.role, 'admin')))
    .for('share')
  return row !== undefined
}

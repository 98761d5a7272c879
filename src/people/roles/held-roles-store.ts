import { asc, eq, sql } from 'drizzle-orm'
import type { Db } from '../../platform/db/index.ts'
import { people, roles, units } from '../schema.ts'

export interface ListedRole {
  readonly personId: string
  readonly name: string
  readonly telegramId: number
  readonly role: 'coordinator' | 'admin'
  readonly unitId: string | null
  readonly unit: string | null
}

/** Every role with who holds it: admins first, then by unit and name. */
export async function listRoles(
  db: Db,
  of: { readonly unitId?: string; readonly personId?: string } = {},
): Promise<ListedRole[]> {
  return db
    .select({
      personId: roles.personId,
      name: people.name,
      telegramId: people.telegramId,
      role: roles.role,
      unitId: roles.unitId,
      unit: units.name,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(units, eq(units.id, roles.unitId))
    .where(
      of.unitId !== undefined
        ? eq(roles.unitId, of.unitId)
        : of.personId === undefined
          ? undefined
          : eq(roles.personId, of.personId),
    )
    .orderBy(asc(roles.role), asc(sql`lower(${units.name})`), asc(sql`lower(${people.name})`))
}

import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { unitWithinReach } from './reach-store.ts'
import { rolesOf } from './roles-store.ts'
import type { Unit } from './units-store.ts'

export interface PageOfUnits {
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly total: number
}

/** Units within the viewer's reach by name, those whose name holds `text` where one is given. */
export async function unitsInReach(
  db: Db,
  viewerId: string,
  {
    text = '',
    offset,
    limit,
  }: { readonly text?: string; readonly offset: number; readonly limit: number },
): Promise<PageOfUnits> {
  const holds = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`
  const rows = await rowsOf<{ id: string; name: string; total: number }>(
    db,
    sql`
    select u.id, u.name, count(*) over ()::int as total from units u
    where u.closed_at is null and ${unitWithinReach(viewerId, sql`u.id`)} and u.name ilike ${holds}
    order by u.parent_id is not null, lower(u.name)
    offset ${offset} limit ${limit}`,
  )
  return { units: rows.map(({ id, name }) => ({ id, name })), total: rows[0]?.total ?? 0 }
}

/** Whom somebody may see figures of. */
export interface Reach {
  /** An admin: whoever belongs to no unit is among them. */
  readonly everybody: boolean
  /** Units that are not closed, by name: those that are coordinated, with all below them. */
  readonly units: readonly Unit[]
}

export async function readReach(db: Db, viewerId: string): Promise<Reach> {
  const { admin } = await rolesOf(db, viewerId)
  const units = await rowsOf<{ id: string; name: string; parentId: string | null }>(
    db,
    sql`
    select u.id, u.name, u.parent_id as "parentId" from units u
    where u.closed_at is null and ${unitWithinReach(viewerId, sql`u.id`)} order by u.name`,
  )
  return { everybody: admin, units }
}

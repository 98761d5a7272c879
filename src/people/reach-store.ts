import { sql, type SQL } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'

/** Ids of the units that the viewer coordinates, with all below them. */
function unitsBelow(viewerId: string): SQL {
  return sql`(
      with recursive below as (
        select unit_id as id from roles where person_id = ${viewerId} and role = 'coordinator'
        union
        select u.id from units u join below b on u.parent_id = b.id)
      select id from below)`
}

function isAdmin(viewerId: string): SQL {
  return sql`exists (select 1 from roles where person_id = ${viewerId} and role = 'admin')`
}

/**
 * Whether the person `p` of the query stands in a unit that the viewer coordinates, or below it;
 * admins reach everybody.
 */
export function withinReach(viewerId: string): SQL {
  return sql`(
    ${isAdmin(viewerId)}
    or p.unit_id in ${unitsBelow(viewerId)})`
}

/** Whether the person `p` of the query stands in that unit or below it. */
export function withinUnit(unitId: string): SQL {
  return unitWithinUnit(sql`p.unit_id`, unitId)
}

/** The same of a unit: whether the column or parameter `inner` is that unit or one below it. */
export function unitWithinUnit(inner: SQL, unitId: string): SQL {
  return sql`${inner} in (
    with recursive inside as (
      select ${unitId}::uuid as id
      union
      select u.id from units u join inside i on u.parent_id = i.id)
    select id from inside)`
}

/** The same of a unit: whether the column or parameter `unitId` is one that the viewer reaches. */
export function unitWithinReach(viewerId: string, unitId: SQL): SQL {
  return sql`(${isAdmin(viewerId)} or ${unitId} in ${unitsBelow(viewerId)})`
}

/** Whether the viewer reaches this person. */
export async function canReach(db: Db, viewerId: string, personId: string): Promise<boolean> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select p.id from people p where p.id = ${personId} and ${withinReach(viewerId)}`,
  )
  return rows.length > 0
}

/** Whether the viewer reaches this unit, and it is not closed. */
export async function canReachUnit(db: Db, viewerId: string, unitId: string): Promise<boolean> {
  const rows = await rowsOf<{ id: string }>(
    db,
    // Held, so that it is not closed before what is done about it is done.
    sql`
    select id from units
    where id = ${unitId} and closed_at is null and ${unitWithinReach(viewerId, sql`id`)}
    for key share`,
  )
  return rows.length > 0
}

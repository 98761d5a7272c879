import { sql } from 'drizzle-orm'
import { at, type Db, rowsOf } from '../../platform/db/index.ts'
import { unitWithinReach } from '../reach-store.ts'

/** A place on the roster that is nobody's. */
export interface FreePlace {
  readonly id: number
  readonly unitId: string
  readonly name: string
}

/** Undefined where somebody has claimed it, it is gone, or out of the viewer's reach. */
export async function findFreePlace(
  db: Db,
  viewerId: string,
  placeId: number,
): Promise<FreePlace | undefined> {
  const [row] = await rowsOf<{ unit_id: string; name: string }>(
    db,
    sql`
    select r.unit_id, r.name from roster_places r
    where r.id = ${placeId} and r.person_id is null
      and ${unitWithinReach(viewerId, sql`r.unit_id`)}`,
  )
  return row === undefined ? undefined : { id: placeId, unitId: row.unit_id, name: row.name }
}

/**
 * Takes a place off that was entered wrongly; whoever has claimed one is let go of it first.
 *
 * @returns the number of the removal; undefined: it is claimed, gone or out of reach
 */
export async function removePlace(
  tx: Db,
  { by, placeId }: { readonly by: string; readonly placeId: number },
  now: Date,
): Promise<number | undefined> {
  const [row] = await rowsOf<{ id: string }>(
    tx,
    sql`
    with gone as (
      delete from roster_places r
      where r.id = ${placeId} and r.person_id is null
        and ${unitWithinReach(by, sql`r.unit_id`)}
      returning r.id, r.unit_id, r.name, r.job_role, r.phone, r.imported_at)
    insert into roster_removals
      (place_id, unit_id, name, job_role, phone, imported_at, removed_by, removed_at)
    select id, unit_id, name, job_role, phone, imported_at, ${by}::uuid, ${at(now)} from gone
    returning id`,
  )
  return row === undefined ? undefined : Number(row.id)
}

/**
 * Undoes `removePlace`, once.
 *
 * @returns the place; undefined: it is back already, also by another import, or out of reach
 */
export async function restorePlace(
  tx: Db,
  { by, removalId }: { readonly by: string; readonly removalId: number },
  now: Date,
): Promise<FreePlace | undefined> {
  const [row] = await rowsOf<{ id: string; unit_id: string; name: string }>(
    tx,
    sql`
    with back as (
      update roster_removals r set restored_at = ${at(now)}
      where r.id = ${removalId} and r.restored_at is null
        and ${unitWithinReach(by, sql`r.unit_id`)}
      returning r.place_id, r.unit_id, r.name, r.job_role, r.phone, r.imported_at)
    insert into roster_places (id, unit_id, name, job_role, phone, imported_at)
    overriding system value
    select place_id, unit_id, name, job_role, phone, imported_at from back
    where not exists (
      select 1 from roster_places o
      where o.unit_id = back.unit_id and lower(o.name) = lower(back.name))
    returning id, unit_id, name`,
  )
  return row === undefined ? undefined : { id: Number(row.id), unitId: row.unit_id, name: row.name }
}

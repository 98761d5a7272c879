import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../platform/db/index.ts'
import { adminsToTell } from './admins-store.ts'
import { findPeople } from './people-store.ts'
import type { Person, Roles } from './person.ts'
import { rolesOf } from './roles-store.ts'

/** A unit and those above it, the nearest first. */
function above(unitId: string) {
  return sql`
    above (unit_id, parent_id, depth) as (
      select id, parent_id, 0 from units where id = ${unitId}
      union all
      select u.id, u.parent_id, above.depth + 1 from above join units u on u.id = above.parent_id)`
}

/**
 * Whom to ask about a unit: the coordinators of the nearest unit, it or one above it, that has some
 * who can be reached; the admins where there is none.
 *
 * @param except people who cannot be asked, since it is about them
 */
export async function decidersOf(
  db: Db,
  unitId: string | null,
  except: readonly string[],
): Promise<Person[]> {
  const rows =
    unitId === null
      ? []
      : await rowsOf<{ person_id: string; depth: number }>(
          db,
          sql`
          with recursive ${above(unitId)}
          select r.person_id, above.depth from above
            join roles r on r.unit_id = above.unit_id and r.role = 'coordinator'
            join people p on p.id = r.person_id
          where p.join_step is null and p.unreachable_since is null
            and r.person_id <> all (${arrayOf(except, 'uuid')})
          order by above.depth, r.person_id`,
        )
  const nearest = rows.filter(({ depth }) => depth === rows[0]?.depth)
  if (nearest.length > 0) {
    return [
      ...(
        await findPeople(
          db,
          nearest.map((row) => row.person_id),
        )
      ).values(),
    ]
  }
  return (await adminsToTell(db)).filter(({ id }) => !except.includes(id))
}

/**
 * Whether the viewer is one of those whom `decidersOf` names for the unit of people `p`: what a
 * coordinator is told unasked is of her units, and of those below only as far as these have nobody
 * nearer. Admins stand in where there is nobody at all.
 */
export function isNearest(viewerId: string): SQL {
  const nearest = (which: SQL): SQL => sql`
    p.unit_id in (
      with recursive told as (
        select u.id as unit_id, case when ${hasReachable(sql`u.id`)} then u.id end as by
        from units u where u.parent_id is null
        union all
        select u.id, case when ${hasReachable(sql`u.id`)} then u.id else told.by end
        from told join units u on u.parent_id = told.unit_id)
      select unit_id from told where ${which})`
  const own = sql`
    told.by in (select unit_id from roles where person_id = ${viewerId} and role = 'coordinator')`
  return sql`(
    ${nearest(own)}
    or (exists (select 1 from roles where person_id = ${viewerId} and role = 'admin')
      and (p.unit_id is null or ${nearest(sql`told.by is null`)})))`
}

/** Whether a unit has a coordinator of its own who can be reached. */
function hasReachable(unitId: SQL): SQL {
  return sql`exists (
    select 1 from roles r join people c on c.id = r.person_id
    where r.unit_id = ${unitId} and r.role = 'coordinator'
      and c.join_step is null and c.unreachable_since is null)`
}

/** A place with a role gives its rights with it: those are an admin's to give. */
export async function hasRole(db: Db, personId: string): Promise<boolean> {
  const { admin, coordinates } = await rolesOf(db, personId)
  return admin || coordinates.length > 0
}

/** Whether somebody with these roles may decide about a person's place. */
export async function mayDecide(
  db: Db,
  roles: Roles,
  place: Pick<Person, 'id' | 'unitId'>,
): Promise<boolean> {
  if (roles.admin) return true
  if (place.unitId === null || roles.coordinates.length === 0) return false
  if (await hasRole(db, place.id)) return false
  const rows = await rowsOf<{ unit_id: string }>(
    db,
    sql`with recursive ${above(place.unitId)} select unit_id from above`,
  )
  return rows.some((row) => roles.coordinates.includes(row.unit_id))
}

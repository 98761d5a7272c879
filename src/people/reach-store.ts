import { sql, type SQL } from 'drizzle-orm'

/**
 * Whether the person `p` of the query stands in a unit that the viewer coordinates, or below it;
 * admins reach everybody.
 */
export function withinReach(viewerId: string): SQL {
  return sql`(
    exists (select 1 from roles where person_id = ${viewerId} and role = 'admin')
    or p.unit_id in (
      with recursive below as (
        select unit_id as id from roles where person_id = ${viewerId} and role = 'coordinator'
        union
        select u.id from units u join below b on u.parent_id = b.id)
      select id from below))`
}

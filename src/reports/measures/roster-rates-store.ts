import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'
import type { Group } from './sums-store.ts'
import type { Rate } from './wilson.ts'

/**
 * Places of the roster that are claimed, of all, as in the report for the head. Counted as they
 * stand: there is a row a person at most, and one statement goes over them, whatever the groups.
 *
 * @param groups with scopes that are units
 * @returns by the id of the group
 */
export async function readRosterRates(
  db: Db,
  groups: readonly Group[],
): Promise<ReadonlyMap<string, Rate>> {
  const rows = await rowsOf<{ unit_id: string; places: number; claimed: number }>(
    db,
    sql`
    select unit_id, count(*)::int as places, count(person_id)::int as claimed
    from roster_places group by unit_id`,
  )
  const byUnit = new Map(rows.map((row) => [row.unit_id, row]))
  return new Map(
    groups.map(({ id, scopes }) => {
      const own = scopes.flatMap((scope) => byUnit.get(scope) ?? [])
      const part = own.reduce((all, { claimed }) => all + claimed, 0)
      return [id, { part, whole: own.reduce((all, { places }) => all + places, 0) }]
    }),
  )
}

import { sql, type SQL } from 'drizzle-orm'
import { arrayOf, rowsOf, type Db } from '../../platform/db/index.ts'
import type { Concerned } from './concerned.ts'
import { calendarIdColumn, joinPlaced, placedUnits } from './rhythm-store.ts'

/** As a condition on people `p` that are joined to `placed`. */
export function isConcerned(concerned: Concerned): SQL {
  if ('calendarIds' in concerned) {
    return sql`${calendarIdColumn} = any(${arrayOf(concerned.calendarIds, 'text')})`
  }
  if ('personIds' in concerned) return sql`p.id = any(${arrayOf(concerned.personIds, 'uuid')})`
  return sql`true`
}

/** How many people who have joined, and are still here, a change would concern. */
export async function countConcerned(db: Db, concerned: Concerned): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`
    with recursive ${placedUnits}
    select count(*)::int as count from people p ${joinPlaced}
    where p.join_step is null and p.moved_away_at is null and ${isConcerned(concerned)}`,
  )
  return row?.count ?? 0
}

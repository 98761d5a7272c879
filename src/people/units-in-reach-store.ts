import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { unitWithinReach } from './reach-store.ts'

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

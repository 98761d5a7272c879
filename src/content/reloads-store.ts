import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'

/** Says to all processes that the lessons were taken up anew in one. @returns how often that was said */
export async function countReload(db: Db): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    sql`
    insert into lesson_reloads as r (id, count) values (1, 1)
    on conflict (id) do update set count = r.count + 1
    returning r.count`,
  )
  if (row === undefined) throw new Error('The count of reloads was not returned')
  return row.count
}

export async function readReloads(db: Db): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(db, sql`select count from lesson_reloads`)
  return row?.count ?? 0
}

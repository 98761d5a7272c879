import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../platform/db/index.ts'
import { withinReach } from './reach-store.ts'

export interface FoundPeople {
  /** The first by name. */
  readonly ids: readonly string[]
  /** There are more than were asked for. */
  readonly more: boolean
}

/** Words that are looked for; a name has no more. */
const MOST_WORDS = 8

/** Participants within the viewer's reach whose name holds each of the words. */
export async function searchPeople(
  db: Db,
  viewerId: string,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<FoundPeople> {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  if (words.length === 0) return { ids: [], more: false }
  const holds = words.map((word) => sql`p.name ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`)
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    select p.id from people p
    where p.join_step is null and ${withinReach(viewerId)} and ${sql.join(holds, sql` and `)}
    order by lower(p.name), p.id
    limit ${limit + 1}`,
  )
  return { ids: rows.slice(0, limit).map(({ id }) => id), more: rows.length > limit }
}

import { sql } from 'drizzle-orm'
import { arrayOf, asDateOrNull, type Db, rowsOf } from '../platform/db/index.ts'
import type { Wording } from './lesson-numbers-store.ts'

/** When the newest of these wordings was first live; undefined when none was ever kept. */
export async function newestWordingSince(
  db: Db,
  live: { readonly lessons: readonly Wording[]; readonly questions: readonly Wording[] },
): Promise<Date | undefined> {
  const [row] = await rowsOf<{ newest: string | null }>(
    db,
    sql`
    select greatest(
      (select max(v.first_seen_at) from lesson_versions v
        join ${wordings(live.lessons)} on v.lesson_id = w.id and v.hash = w.hash),
      (select max(v.first_seen_at) from question_versions v
        join ${wordings(live.questions)} on v.question_id = w.id and v.hash = w.hash)) as newest`,
  )
  return asDateOrNull(row?.newest) ?? undefined
}

function wordings(live: readonly Wording[]) {
  const ids = arrayOf(
    live.map(({ id }) => id),
    'text',
  )
  const hashes = arrayOf(
    live.map(({ hash }) => hash),
    'text',
  )
  return sql`unnest(${ids}, ${hashes}) as w(id, hash)`
}

import { sql } from 'drizzle-orm'
import { type Db, rowsOf } from '../../platform/db/index.ts'

export interface Remembered {
  /** Live questions that the person answered at least once; of them: */
  readonly answered: number
  /** Those whose last answer was right. */
  readonly right: number
}

/**
 * What a person knew when last asked. A fact, and no forecast: what has faded since shows when it
 * comes again.
 */
export async function readRemembered(db: Db, personId: string): Promise<Remembered> {
  const [row] = await rowsOf<{ answered: number; known: number }>(
    db,
    sql`
    select count(*)::int as answered, (count(*) filter (where not c.lapsed))::int as known
    from review_cards c join live_questions lq on lq.question_id = c.question_id
    where c.person_id = ${personId} and c.answers > 0`,
  )
  return { answered: row?.answered ?? 0, right: row?.known ?? 0 }
}

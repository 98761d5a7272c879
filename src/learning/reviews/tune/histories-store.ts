import { sql } from 'drizzle-orm'
import { arrayOf, type Db, rowsOf } from '../../../platform/db/index.ts'
import { historiesOf, type PersonHistories } from './history.ts'

/** People of one page: some tens of thousands of answers at the most. */
const PAGE = 200

/**
 * Everybody's answers, page by page, in order of the people's ids. These are random: whoever stops
 * early has a fair sample.
 */
export async function* readHistories(db: Db): AsyncGenerator<PersonHistories> {
  for (let after: string | null = null; ;) {
    const page: readonly string[] = await peopleAfter(db, after)
    if (page.length === 0) return
    const rows = await rowsOf<{
      person_id: string
      question_id: string
      day: number
      correct: boolean
      unsure: boolean
    }>(
      db,
      sql`
      select a.person_id, a.question_id, a.correct, a.sure is false as unsure,
        (a.answered_at at time zone p.timezone)::date - date '2000-01-01' as day
      from answers a join people p on p.id = a.person_id
      where a.person_id = any(${arrayOf(page, 'uuid')})
        and (a.occasion like 'lesson:%' or a.occasion like 'review:%')
      order by a.person_id, a.question_id, a.answered_at, a.id`,
    )
    yield* historiesOf(
      rows.map(({ person_id, question_id, ...row }) => ({
        ...row,
        personId: person_id,
        questionId: question_id,
      })),
    )
    after = page.at(-1) ?? null
  }
}

async function peopleAfter(db: Db, after: string | null): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`
    select id from people where ${after}::uuid is null or id > ${after}::uuid
    order by id limit ${PAGE}`,
  )
  return rows.map(({ id }) => id)
}
